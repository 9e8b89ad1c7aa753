# METADATA
# title: Whether a court's order names a part
# description: |
#   Only for an organisation that supervises, and only what the row of the order names.
package sharing.derive.order_minimum

import data.sharing.derive.to_supervision

of(request, segment) if {
	to_supervision.supervises(request)
	segment.category in data.tables.order_minimum[segment.order]
} else := false
