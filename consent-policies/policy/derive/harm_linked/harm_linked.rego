# METADATA
# title: Whether a part says something about the harm that is feared
# description: |
#   By the harm map, for persons from whom or to whom the harm goes.
package sharing.derive.harm_linked

of(request, segment) if {
	some harm in request.risk.harm
	segment.category in data.tables.harm[harm]
	concerned(request, segment.about)
} else := false

concerned(request, person) if person in request.risk.to

concerned(request, person) if person in request.risk.from
