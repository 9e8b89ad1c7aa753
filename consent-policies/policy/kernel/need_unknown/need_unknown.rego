# METADATA
# title: Nobody has said what this recipient needs
# description: |
#   The matrix of needs has no row for this purpose and function.
# custom:
#   rule: "N0"
#   hook: UK GDPR Art 5(1)(c)
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.need_unknown

# answered: a person said what the matrix does not.
verdict(segment) := {"where": "held", "rule": "N0"} if not known(segment)

known(segment) if segment.need in {"need", "may", "answered"}
