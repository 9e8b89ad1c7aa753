package sharing.kernel.stale_red_test

import data.sharing.kernel.stale_red

test_goes_as_amber_lets_it_go if stale_red.verdict({"category": "education"}, {"where": "goes", "rule": "C1"}, {"where": "held", "rule": "S3"}).rule == "C1"

test_does_not_go_where_red_would_not_let_it if stale_red.verdict({"category": "identity"}, {"where": "held", "rule": "L5"}, {"where": "out", "rule": "Q1"}).rule == "Q1"

test_goes_where_it_says_who_and_what_the_risk_is if {
	every category in ["identity", "risk_statement"] {
		verdict := stale_red.verdict({"category": category}, {"where": "held", "rule": "L5"}, {"where": "goes", "rule": "override:L5"})
		verdict == {"where": "goes", "rule": "override:L5+X4"}
	}
}

test_held_else if stale_red.verdict({"category": "education"}, {"where": "held", "rule": "L5"}, {"where": "goes", "rule": "override:L5"}) == {"where": "held", "rule": "X4"}
