package sharing.kernel.duty_refused_high_test

import data.sharing.kernel.duty_refused_high

test_goes_at_its_level if {
	every level in ["red", "immediate"] {
		duty_refused_high.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "refused"}, level) == {"where": "goes", "rule": "override:X2"}
	}
}

test_says_nothing_at_other_levels if every level in ["green", "amber"] { not duty_refused_high.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "refused"}, level) }

test_says_nothing_about_what_only_may_go if not duty_refused_high.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "may", "consent": "refused"}, "red")

test_says_nothing_without_a_duty if not duty_refused_high.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "need", "consent": "refused"}, "red")

test_says_nothing_without_a_refusal if not duty_refused_high.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, "red")
