# METADATA
# title: Whether anybody has said what is in a part
# description: |
#   Free-standing text and attachments have no category.
package sharing.derive.unclassified

of(segment) := false if {
	segment.category != "unclassified"
} else := true
