# METADATA
# title: What no claim of a sender lifts
# description: |
#   A court order, an adoption, a gender history, legal privilege, the notes of a counsellor or
#   the name of someone who raised a concern stands in the way; the tables say which.
# custom:
#   rule: "B.*"
#   hook: the enactment or order that the bar names
#   person: We did not pass this on.
package sharing.kernel.bar

# A segment of which nobody worked out whether it is barred counts as barred.
verdict(segment) := {"where": "out", "rule": concat("", ["B.", object.get(segment, "bar", "unknown")])} if {
	not segment.bar == "none"
}
