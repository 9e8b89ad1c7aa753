package sharing.kernel.duty_refused_amber_test

import data.sharing.kernel.duty_refused_amber

test_held_at_its_level if {
	every level in ["amber"] {
		duty_refused_amber.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "refused_competent"}, level) == {"where": "held", "rule": "C:refused_competent"}
	}
}

test_says_nothing_at_other_levels if every level in ["green", "red", "immediate"] { not duty_refused_amber.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "refused_competent"}, level) }

test_says_nothing_about_what_only_may_go if not duty_refused_amber.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "may", "consent": "refused_competent"}, "amber")

test_says_nothing_without_a_duty if not duty_refused_amber.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "need", "consent": "refused_competent"}, "amber")

test_says_nothing_without_a_refusal if not duty_refused_amber.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"need": "need", "consent": "not_asked"}, "amber")
