# METADATA
# title: An immediate risk claimed by a sender whose claims are under watch
# description: |
#   Earlier claims of this sender were not upheld. Its claim carries the safety floor to a duty
#   team; the rest goes as far as the rating goes, or waits for a person.
# custom:
#   rule: "X5"
#   hook: review of overrides; DfE information sharing advice 2024, rule 1
#   person: We passed on the least that keeps someone safe, and a person looks at the rest.
package sharing.kernel.claim_under_watch

applies(given) if {
	given.risk == "immediate"
	not given.sender_on_watch == false
}
