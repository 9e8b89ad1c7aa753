package sharing.kernel.duty_green_test

import data.sharing.kernel.duty_green

test_held_at_its_level if {
	every level in ["green"] {
		duty_green.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, level) == {"where": "held", "rule": "C:not_asked"}
	}
}

test_says_nothing_at_other_levels if every level in ["amber", "red", "immediate"] { not duty_green.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, level) }

test_says_nothing_about_what_only_may_go if not duty_green.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "may", "consent": "not_asked"}, "green")

test_says_nothing_without_a_duty if not duty_green.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, "green")
