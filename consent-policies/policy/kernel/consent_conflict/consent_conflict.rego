# METADATA
# title: One agreed and one refused
# description: |
#   Two persons who may speak for the same person disagree, and neither a high risk nor an amber
#   duty decides it.
# custom:
#   rule: "C:conflict"
#   hook: Children Act 1989 s.2(7)
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.consent_conflict

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "held", "rule": "C:conflict"} if {
	segment.consent == "conflict"
	not level in {"red", "immediate"}
	not amber_duty(given, level)
}

amber_duty(given, level) if {
	level == "amber"
	grounds.duty(given)
}
