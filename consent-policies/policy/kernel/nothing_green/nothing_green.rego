# METADATA
# title: Nothing allows to share it
# description: |
#   There is neither consent nor a basis in law, and nobody is at risk.
# custom:
#   rule: "L0"
#   hook: UK GDPR Art 6
#   person: We did not pass this on.
package sharing.kernel.nothing_green

verdict(level) := {"where": "out", "rule": "L0"} if level == "green"
