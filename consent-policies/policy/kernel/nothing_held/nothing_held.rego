# METADATA
# title: Nothing allows to share it by itself
# description: |
#   There is neither consent nor a basis that this message could rest on without the decision of
#   a named person.
# custom:
#   rule: "L9"
#   hook: UK GDPR Art 6(1)(ea) and Art 22B(4)
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.nothing_held

verdict := {"where": "held", "rule": "L9"}
