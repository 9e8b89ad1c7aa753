# METADATA
# title: Whether a part is told in confidence
# description: |
#   By the table, category and kind of sender; never by what the message says of itself.
package sharing.derive.confidential

# The categories of the message that are; what nobody classified is.
categories(message) := {object.get(segment, "category", "unclassified") | some segment in message.segments} - told_openly(message.sender)

told_openly(sender) := {category | some category, kinds in data.tables.not_confidential; sender.kind in kinds}
