# METADATA
# title: The person agreed to exactly this
# description: |
#   A consent that is in force, freely given, by someone who may give it, for this purpose,
#   category and recipient.
# custom:
#   rule: "C1"
#   hook: common law duty of confidence; UK GDPR Art 6(1)(e), Art 9(2)(h)
#   person: We passed this on because you, or someone who may speak for you, agreed.
package sharing.kernel.consent_given

verdict(segment) := {"where": "goes", "rule": "C1"} if segment.consent == "given"
