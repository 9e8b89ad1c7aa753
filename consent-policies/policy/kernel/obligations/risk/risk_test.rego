package sharing.kernel.obligations.risk_test

import data.sharing.kernel.obligations.risk

told := false

test_a_claimed_immediate_risk_has_a_quarter_of_an_hour if {
	every claim in ["immediate", "immediate_unsupported"] {
		risk.codes({"risk": claim, "informing_is_unsafe": told}) == {"O1(15m)", "O14"}
	}
}

test_red_has_four_hours if risk.codes({"risk": "red", "informing_is_unsafe": told}) == {"O1(4h)"}

test_a_stale_red_is_looked_at_again if risk.codes({"risk": "red_stale", "informing_is_unsafe": told}) == {"O27"}

test_amber_owes_nothing if risk.codes({"risk": "amber", "informing_is_unsafe": told}) == set()

test_who_must_not_be_told_is_looked_at_again if {
	risk.codes({"risk": "amber", "informing_is_unsafe": true}) == {"O4"}
	risk.codes({"risk": "amber"}) == {"O4"}
	risk.codes({"risk": "red", "informing_is_unsafe": true}) == {"O1(4h)", "O4"}
	risk.codes({"risk": "red_stale", "informing_is_unsafe": true}) == {"O27", "O4"}
	risk.codes({"risk": "immediate", "informing_is_unsafe": true}) == {"O1(15m)", "O14", "O4"}
}

test_the_timer_follows_the_risk if {
	risk.timer({"risk": "immediate"}) == "H15m"
	risk.timer({"risk": "amber"}) == "H1d"
	risk.timer({"risk": "green"}) == "H5d"
}

test_the_timer_is_an_hour_for_every_other_risk if {
	every level in ["red", "red_stale", "immediate_unsupported", "unknown"] { risk.timer({"risk": level}) == "H1h" }
}
