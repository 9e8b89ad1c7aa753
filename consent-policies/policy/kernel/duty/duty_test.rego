package sharing.kernel.duty_test

import data.sharing.kernel.duty

test_goes_at_its_level if {
	every level in ["amber", "red", "immediate"] {
		duty.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, level) == {"where": "goes", "rule": "L:CA2004_16LA"}
	}
}

test_says_nothing_at_other_levels if every level in ["green"] { not duty.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, level) }

test_says_nothing_about_what_only_may_go if not duty.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "may", "consent": "not_asked"}, "amber")

test_says_nothing_without_a_duty if not duty.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, "amber")
