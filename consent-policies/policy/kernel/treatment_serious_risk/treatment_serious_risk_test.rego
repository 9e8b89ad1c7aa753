package sharing.kernel.treatment_serious_risk_test

import data.sharing.kernel.treatment_serious_risk

test_goes_at_a_high_risk_that_it_says_something_about if {
	every level in ["red", "immediate"] {
		treatment_serious_risk.verdict({"to_supervision": true, "harm_linked": true}, level) == {"where": "goes", "rule": "override:T3"}
	}
}

test_says_nothing_at_amber if not treatment_serious_risk.verdict({"to_supervision": true, "harm_linked": true}, "amber")

test_says_nothing_about_what_is_not_linked if not treatment_serious_risk.verdict({"to_supervision": true, "harm_linked": false}, "red")

test_says_nothing_where_nothing_is_insulated if not treatment_serious_risk.verdict({"to_supervision": false, "harm_linked": true}, "red")
