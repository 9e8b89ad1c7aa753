# METADATA
# title: Whether treatment content would reach an organisation that supervises
# description: |
#   By the table of insulated categories, whatever the function of the recipient.
package sharing.derive.to_supervision

of(request, segment) if {
	supervises(request)
	segment.category in data.tables.insulated.categories
} else := false

supervises(request) if {
	request.recipient.kind in data.tables.insulated.to_kinds
} else := false
