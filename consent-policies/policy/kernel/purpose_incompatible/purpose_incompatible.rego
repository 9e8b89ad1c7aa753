# METADATA
# title: This recipient has no business with this purpose
# description: |
#   The table of purposes does not list the function of the recipient for the purpose of the
#   message.
# custom:
#   rule: "N2"
#   hook: UK GDPR Art 5(1)(b)
#   person: We did not pass this on.
package sharing.kernel.purpose_incompatible

verdict(given) := {"where": "out", "rule": "N2"} if not given.purpose_compatible == true
