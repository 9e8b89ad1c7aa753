# METADATA
# title: Only a person may answer this
# description: |
#   The purpose, the person concerned, an objection or a doubt about who somebody is asks for
#   the decision of a named person.
# custom:
#   rule: "HR"
#   hook: UK GDPR Art 22A to 22D; PCSC Act 2022 ss.44A to 44F; Care Act 2014 s.45
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.human_only

verdict(segment) := {"where": "held", "rule": "HR"} if not segment.human_only == false
