# METADATA
# title: The agreement with this recipient is not in force
# description: |
#   It has expired or was suspended. A lapsed paper never stops what keeps a child safe: at a
#   high risk it goes; else it waits. What a court's order names goes in any case.
# custom:
#   rule: "S2"
#   hook: ICO data sharing code; ICO ten steps, 2023
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.agreement_lapsed

verdict(given, level, so_far) := {"where": "goes", "rule": concat("+", [so_far.rule, "S2"])} if {
	lapsed(given, so_far)
	level in {"red", "immediate"}
} else := {"where": "held", "rule": "S2"} if {
	lapsed(given, so_far)
}

# Without an agreement there is none to lapse; whether that is allowed is another rule.
in_force(given) if given.agreement in {"active", "none"}

lapsed(given, so_far) if {
	not in_force(given)
	not startswith(so_far.rule, "T2")
}
