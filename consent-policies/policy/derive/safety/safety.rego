# METADATA
# title: Whether somebody may be at risk, and whether telling is unsafe
# description: |
#   Both in doubt: yes. A consent that was not free is a sign of risk, whoever saw that it was not.
package sharing.derive.safety

import data.sharing.derive.family
import data.sharing.derive.validity

someone_may_be_at_risk(request) if {
	request.message.kind == "concern"
} else if {
	request.risk.immediate == true
} else if {
	not request.risk.rag == "green"
} else if {
	some person in request.persons
	person.plan in {"CP", "CIN"}
} else := false

informing_is_unsafe(request) if {
	request.informed.unsafe == true
} else if {
	some consent in request.consents
	consent.coercion in {"suspected", "known"}
} else if {
	some consent in request.consents
	consent.state == "given"
	validity.watched(request, consent)
} else if {
	family.abuser_at_home(request.relations)
} else := false
