# METADATA
# title: A refusal that stands, because nothing is at risk
# description: |
#   The person said no and the risk is green: the refusal is respected and recorded.
# custom:
#   rule: "C:*"
#   hook: ECHR Art 8; DfE information sharing advice 2024
#   person: We did not pass this on, because you said no.
package sharing.kernel.duty_refused_green

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "out", "rule": concat("", ["C:", segment.consent])} if {
	level == "green"
	segment.need == "need"
	segment.consent in data.tables.refused
	grounds.duty(given)
}
