# METADATA
# title: Nothing is at risk, so ask first
# description: |
#   A duty to share applies, but nobody is at risk, and the person has not agreed: they are
#   asked before it goes.
# custom:
#   rule: "C:*"
#   hook: DfE information sharing advice 2024, rule 2
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.duty_green

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "held", "rule": concat("", ["C:", segment.consent])} if {
	level == "green"
	segment.need == "need"
	grounds.duty(given)
}
