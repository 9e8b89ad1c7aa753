package sharing.kernel.power_immediate_test

import data.sharing.kernel.power_immediate

test_goes_where_it_bears_on_the_risk if {
	every segment in [{"need": "need", "category": "education", "harm_linked": false}, {"need": "may", "category": "location", "harm_linked": false}, {"need": "may", "category": "education", "harm_linked": true}] {
		power_immediate.verdict({"basis": ["CA1989_17"], "public_interest": false}, segment, "immediate") == {"where": "goes", "rule": "override:X1"}
	}
}

test_says_nothing_about_the_rest if not power_immediate.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "may", "category": "education", "harm_linked": false}, "immediate")

test_says_nothing_at_red if not power_immediate.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "need", "category": "education", "harm_linked": false}, "red")

test_says_nothing_without_power_or_duty if not power_immediate.verdict({"basis": [], "public_interest": false}, {"need": "need", "category": "education", "harm_linked": false}, "immediate")
