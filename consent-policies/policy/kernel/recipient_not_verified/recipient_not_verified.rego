# METADATA
# title: The recipient is not verified
# description: |
#   Nobody has reached this team on a number or address that is known to be its own. A release
#   cannot replace a verification.
# custom:
#   rule: "R1"
#   hook: UK GDPR Art 5(1)(f)
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.recipient_not_verified

verdict(given) := {"where": "held", "rule": "R1"} if not given.recipient_verified == true
