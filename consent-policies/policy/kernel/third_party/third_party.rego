# METADATA
# title: About someone who is not a person of this case
# description: |
#   A person who is only mentioned stays out, unless the risk is high and the harm comes from or
#   goes to that person.
# custom:
#   rule: "Q1"
#   hook: UK GDPR Art 5(1)(c); Children Act 2004 s.16LA(3)
#   person: We did not pass this on.
package sharing.kernel.third_party

verdict(segment, level) := {"where": "out", "rule": "Q1"} if {
	not segment.third_party == false
	not relevant(segment, level)
}

relevant(segment, level) if {
	level in {"red", "immediate"}
	segment.harm_linked == true
}
