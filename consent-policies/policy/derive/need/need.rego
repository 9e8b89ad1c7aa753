# METADATA
# title: What the recipient needs for this purpose
# description: |
#   By the matrix of needs. Without a row nobody knows; where there is one, what is linked to
#   the harm is needed, whatever the row says.
package sharing.derive.need

import data.sharing.derive.harm_linked
import data.sharing.derive.unclassified

of(request, segment) := "need" if {
	segment.category in row(request).need
} else := "need" if {
	unclassified.of(segment)
} else := "unknown" if {
	not row(request)
} else := "need" if {
	harm_linked.of(request.risk, segment)
} else := "may" if {
	segment.category in row(request).may
} else := "never"

row(request) := data.tables.need[request.message.purpose][request.recipient.function]
