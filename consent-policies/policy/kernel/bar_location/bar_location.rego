# METADATA
# title: A place that this recipient must not learn
# description: |
#   The recipient works with, or is related to, someone from whom this person's whereabouts are
#   kept. Never lifted by anything that a sender declares; only two persons together may release
#   it, to one named function.
# custom:
#   rule: "B.location"
#   hook: DfE information sharing advice 2024, rule 5
#   person: We did not pass this on, because someone could be put in danger.
package sharing.kernel.bar_location

verdict(segment) := {"where": "out", "rule": "B.location"} if segment.bar == "location"
