package sharing.kernel.agreement_lapsed_test

import data.sharing.kernel.agreement_lapsed

test_goes_at_a_high_risk_and_is_noted if {
	every level in ["red", "immediate"] {
		agreement_lapsed.verdict({"agreement": "expired"}, level, {"where": "goes", "rule": "C1"}) == {"where": "goes", "rule": "C1+S2"}
	}
}

test_held_below if agreement_lapsed.verdict({"agreement": "suspended"}, "amber", {"where": "goes", "rule": "C1"}) == {"where": "held", "rule": "S2"}

test_held_where_nobody_knows if agreement_lapsed.verdict({}, "amber", {"where": "goes", "rule": "C1"}).where == "held"

test_says_nothing_about_what_an_order_names if not agreement_lapsed.verdict({"agreement": "expired"}, "amber", {"where": "goes", "rule": "T2"})

test_says_nothing_while_it_is_in_force_or_there_is_none if {
	every state in ["active", "none"] {
		every level in ["amber", "red"] { not agreement_lapsed.verdict({"agreement": state}, level, {"where": "goes", "rule": "C1"}) }
	}
}
