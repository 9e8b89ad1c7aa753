# METADATA
# title: The recipient does not need this for this purpose
# description: |
#   The matrix of needs does not list the category for this purpose and function.
# custom:
#   rule: "N1"
#   hook: UK GDPR Art 5(1)(c); Caldicott principle 3
#   person: We did not pass this on.
package sharing.kernel.never_needed

verdict(segment) := {"where": "out", "rule": "N1"} if segment.need == "never"
