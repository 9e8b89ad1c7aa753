# METADATA
# title: A refusal is set aside, because the risk is high and the law obliges to share
# description: |
#   The recipient needs it, a duty to share applies, and the child is at high risk. The refusal
#   is weighed and set aside: told, recorded and reviewed.
# custom:
#   rule: "override:X2"
#   hook: Children Act 2004 s.16LA; Children Act 1989 s.47; DPA 2018 Sch 1 para 6
#   person: We passed this on because someone was in danger of serious harm.
package sharing.kernel.duty_refused_high

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "goes", "rule": "override:X2"} if {
	level in {"red", "immediate"}
	segment.need == "need"
	segment.consent in data.tables.refused
	grounds.duty(given)
}
