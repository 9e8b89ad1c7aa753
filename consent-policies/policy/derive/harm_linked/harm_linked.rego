# METADATA
# title: Whether a part says something about the harm that is feared
# description: |
#   By the harm map, for persons from whom or to whom the harm goes.
package sharing.derive.harm_linked

of(risk, segment) if {
	some harm in risk.harm
	segment.category in data.tables.harm[harm]
	concerned(risk, segment.about)
} else := false

concerned(risk, person) if person in risk.to

concerned(risk, person) if person in risk.from
