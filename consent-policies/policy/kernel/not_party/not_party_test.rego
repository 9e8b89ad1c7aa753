package sharing.kernel.not_party_test

import data.sharing.kernel.not_party

test_goes_to_a_duty_team_at_immediate if {
	every segment in [{"category": "location", "harm_linked": false}, {"category": "mental_health", "harm_linked": true}] {
		not_party.verdict({"recipient_is_party": false, "recipient_is_duty_team": true}, segment, "immediate") == {"where": "goes", "rule": "override:S3"}
	}
}

test_held_at_immediate_for_anybody_else if not_party.verdict({"recipient_is_party": false, "recipient_is_duty_team": false}, {"category": "location"}, "immediate") == {"where": "held", "rule": "S3"}

test_held_at_immediate_beyond_the_floor if not_party.verdict({"recipient_is_party": false, "recipient_is_duty_team": true}, {"category": "mental_health", "harm_linked": false}, "immediate").where == "held"

test_held_at_red_even_for_a_duty_team if not_party.verdict({"recipient_is_party": false, "recipient_is_duty_team": true}, {"category": "location"}, "red").where == "held"

test_stays_out_below if not_party.verdict({"recipient_is_party": false, "recipient_is_duty_team": true}, {"category": "location"}, "amber") == {"where": "out", "rule": "S3"}

test_stays_out_where_nobody_knows if not_party.verdict({}, {"category": "location"}, "amber").where == "out"

test_says_nothing_to_a_party if not not_party.verdict({"recipient_is_party": true, "recipient_is_duty_team": true}, {"category": "location"}, "immediate")
