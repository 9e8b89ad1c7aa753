# METADATA
# title: Nobody has said what is in this part
# description: |
#   Free text or an attachment without a category is the most sensitive there is: it leaves only
#   when a named person has read it.
# custom:
#   rule: "U1"
#   hook: DfE information sharing advice 2024, rule 6
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.unclassified

verdict(segment) := {"where": "held", "rule": "U1"} if not segment.unclassified == false
