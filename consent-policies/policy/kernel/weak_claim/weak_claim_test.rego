package sharing.kernel.weak_claim_test

import data.sharing.kernel.weak_claim

test_applies_to_an_unsupported_claim_only if {
	weak_claim.applies({"risk": "immediate_unsupported"})
	not weak_claim.applies({"risk": "immediate"})
}

test_goes_as_the_rating_lets_it_go if weak_claim.verdict({"where": "goes", "rule": "C1"}, {"where": "out", "rule": "Q1"}, {"where": "held", "rule": "X3"}).rule == "C1"

test_stays_out_where_even_an_immediate_risk_keeps_it if weak_claim.verdict({"where": "held", "rule": "L5"}, {"where": "out", "rule": "T1"}, {"where": "goes", "rule": "X3"}).rule == "T1"

test_falls_to_the_floor_else if weak_claim.verdict({"where": "held", "rule": "L5"}, {"where": "goes", "rule": "override:X1"}, {"where": "held", "rule": "X3"}).rule == "X3"

test_carries_the_floor_to_a_duty_team if weak_claim.carries({"recipient_is_duty_team": true}, {"category": "location", "to_supervision": false})

test_carries_nothing_to_anybody_else if not weak_claim.carries({"recipient_is_duty_team": false}, {"category": "location", "to_supervision": false})

test_carries_nothing_but_the_floor if not weak_claim.carries({"recipient_is_duty_team": true}, {"category": "mental_health", "to_supervision": false})

test_carries_no_treatment_to_supervision if not weak_claim.carries({"recipient_is_duty_team": true}, {"category": "location", "to_supervision": true})
