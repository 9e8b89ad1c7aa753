# METADATA
# title: Not the team for where the child lives
# description: |
#   The recipient's areas and the child's have none in common. At a high risk it goes, and is
#   checked by a call; else a person decides.
# custom:
#   rule: "S4"
#   hook: Children Act 1989 s.47(1), lives or is found in the area
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.not_in_area

verdict(given, level, so_far) := {"where": "goes", "rule": concat("+", [so_far.rule, "S4"])} if {
	not given.recipient_in_area == true
	level in {"red", "immediate"}
} else := {"where": "held", "rule": "S4"} if {
	not given.recipient_in_area == true
}
