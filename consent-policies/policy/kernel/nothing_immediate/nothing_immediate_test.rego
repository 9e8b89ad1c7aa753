package sharing.kernel.nothing_immediate_test

import data.sharing.kernel.nothing_immediate

test_goes_to_a_duty_team if {
	every segment in [{"category": "location", "harm_linked": false}, {"category": "mental_health", "harm_linked": true}] {
		nothing_immediate.verdict({"recipient_is_duty_team": true}, segment, "immediate") == {"where": "goes", "rule": "override:X1"}
	}
}

test_says_nothing_to_anybody_else if not nothing_immediate.verdict({"recipient_is_duty_team": false}, {"category": "location"}, "immediate")

test_says_nothing_at_red if not nothing_immediate.verdict({"recipient_is_duty_team": true}, {"category": "location"}, "red")

test_says_nothing_about_the_rest if not nothing_immediate.verdict({"recipient_is_duty_team": true}, {"category": "mental_health", "harm_linked": false}, "immediate")
