package sharing.kernel.power_red_test

import data.sharing.kernel.power_red

test_goes_where_it_is_needed_or_linked_to_the_harm if {
	every segment in [{"need": "need", "category": "education", "harm_linked": false}, {"need": "may", "category": "education", "harm_linked": true}] {
		power_red.verdict({"basis": ["CA1989_17"], "public_interest": false}, segment, "red") == {"where": "goes", "rule": "override:L5"}
	}
}

test_says_nothing_about_the_floor_as_such if not power_red.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "may", "category": "location", "harm_linked": false}, "red")

test_says_nothing_at_immediate if not power_red.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "need", "category": "education", "harm_linked": false}, "immediate")

test_says_nothing_without_power_or_duty if not power_red.verdict({"basis": [], "public_interest": false}, {"need": "need", "category": "education", "harm_linked": false}, "red")
