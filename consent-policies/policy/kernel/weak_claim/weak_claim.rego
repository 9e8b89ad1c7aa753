# METADATA
# title: A claim of immediate risk without what it must rest on
# description: |
#   Somebody at risk, a kind of harm, evidence, an assessment in the last day or a role that may
#   declare it is missing. What goes at the rating goes; the safety floor still reaches a duty
#   team; the rest waits for a person, at once.
# custom:
#   rule: "X3"
#   hook: DfE information sharing advice 2024, rule 1
#   person: We passed on the least that keeps someone safe, and a person looks at the rest.
package sharing.kernel.weak_claim

applies(given) if given.risk == "immediate_unsupported"

# at_rating and at_immediate are the answers at those levels; floor is what goes by this claim alone.
verdict(at_rating, at_immediate, floor) := at_rating if {
	at_rating.where == "goes"
} else := at_immediate if {
	at_immediate.where == "out"
} else := floor

# The safety floor, which a claim carries to a duty team and to nobody else.
carries(given, segment) if {
	segment.category in data.tables.floor
	segment.to_supervision == false
	given.recipient_is_duty_team == true
}
