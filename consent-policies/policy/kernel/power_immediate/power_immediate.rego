# METADATA
# title: An immediate risk, and the law allows to share what bears on it
# description: |
#   Someone may come to serious harm within hours. What is needed, belongs to the safety floor
#   or says something about the harm goes by a power.
# custom:
#   rule: "override:X1"
#   hook: common law, overriding public interest; DfE information sharing advice 2024, rule 1
#   person: We passed this on because someone was in danger of serious harm.
package sharing.kernel.power_immediate

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "goes", "rule": "override:X1"} if {
	level == "immediate"
	grounds.power_or_duty(given, segment)
	bears_on_it(segment)
}

bears_on_it(segment) if segment.need == "need"

bears_on_it(segment) if segment.category in data.tables.floor

bears_on_it(segment) if segment.harm_linked == true
