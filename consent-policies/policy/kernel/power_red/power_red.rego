# METADATA
# title: A high risk, and the law allows to share what is needed
# description: |
#   The risk is red. What is needed or says something about the harm goes by a power, and the
#   decision is reviewed.
# custom:
#   rule: "override:L5"
#   hook: common law, overriding public interest; the power that the record names
#   person: We passed this on because someone was in danger of serious harm.
package sharing.kernel.power_red

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "goes", "rule": "override:L5"} if {
	level == "red"
	grounds.power_or_duty(given, segment)
	bears_on_it(segment)
}

bears_on_it(segment) if segment.need == "need"

bears_on_it(segment) if segment.harm_linked == true
