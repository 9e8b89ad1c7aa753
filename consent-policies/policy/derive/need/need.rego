# METADATA
# title: What the recipient needs for this purpose
# description: |
#   By the matrix of needs. Without a row nobody knows; where there is one, what is linked to
#   the harm is needed, whatever the row says.
package sharing.derive.need

# row: of the matrix. told: the part with its category and whether it is linked to the harm.
of(row, told) := "need" if {
	told.category in row.need
} else := "need" if {
	told.unclassified == true
} else := "unknown" if {
	row.written == false
} else := "need" if {
	told.harm_linked == true
} else := "may" if {
	told.category in row.may
} else := "never"

row(request) := written if {
	written := data.tables.need[request.message.purpose][request.recipient.function]
} else := {"written": false, "need": [], "may": []}
