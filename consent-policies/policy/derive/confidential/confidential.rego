# METADATA
# title: Whether a part is told in confidence
# description: |
#   By the table, category and kind of sender; never by what the message says of itself.
package sharing.derive.confidential

of(request, segment) := false if {
	request.sender.kind in data.tables.not_confidential[segment.category]
} else := true
