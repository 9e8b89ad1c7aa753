# METADATA
# title: What was said in treatment stays in treatment
# description: |
#   Treatment works only when it is insulated from supervision. Without consent, a court order
#   or a serious risk it does not reach an organisation that supervises.
# custom:
#   rule: "T1"
#   hook: Children Act 2004 s.12 and the 2007 Regulations as precedent; common law duty of confidence
#   person: We kept our promise that treatment is private.
package sharing.kernel.treatment_promise

verdict(segment) := {"where": "out", "rule": "T1"} if not segment.to_supervision == false
