# METADATA
# title: A red rating that nobody has looked at again
# description: |
#   The rating is too old to release what amber would not. Who it is about and what the risk is
#   still go; the rest waits for a person who looks at the risk again.
# custom:
#   rule: "X4"
#   hook: Working Together 2026; accuracy, UK GDPR Art 5(1)(d)
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.stale_red

verdict(segment, at_amber, at_red) := at_amber if {
	at_amber.where == "goes"
} else := at_red if {
	at_red.where != "goes"
} else := {"where": "goes", "rule": concat("+", [at_red.rule, "X4"])} if {
	segment.category in categories
} else := {"where": "held", "rule": "X4"}

# What lets a team know of a child, whatever the age of the rating.
categories := {"identity", "risk_statement"}
