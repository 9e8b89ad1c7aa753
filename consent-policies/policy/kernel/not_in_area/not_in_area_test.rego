package sharing.kernel.not_in_area_test

import data.sharing.kernel.not_in_area

test_goes_at_a_high_risk_and_is_noted if {
	every level in ["red", "immediate"] {
		not_in_area.verdict({"recipient_in_area": false}, level, {"where": "goes", "rule": "C1"}) == {"where": "goes", "rule": "C1+S4"}
	}
}

test_held_below if not_in_area.verdict({"recipient_in_area": false}, "amber", {"where": "goes", "rule": "C1"}) == {"where": "held", "rule": "S4"}

test_held_where_nobody_knows if not_in_area.verdict({}, "amber", {"where": "goes", "rule": "C1"}).where == "held"

test_says_nothing_in_the_area if every level in ["amber", "red"] { not not_in_area.verdict({"recipient_in_area": true}, level, {"where": "goes", "rule": "C1"}) }
