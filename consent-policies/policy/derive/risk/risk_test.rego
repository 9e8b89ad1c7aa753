package sharing.derive.risk_test

import data.sharing.derive.risk

now := 1795312345

claim(stated) := {
	"now": now,
	"sender": {"role": "midwife"},
	"risk": object.union({"rag": "red", "immediate": true, "to": ["p1"], "harm": ["neglect"], "evidence": true, "assessed_at": now}, stated),
}

test_supported_with_everything_that_it_rests_on if risk.claimed(claim({})) == "immediate"

test_supported_through_the_last_second_of_a_day if {
	risk.claimed(claim({"assessed_at": now - 86400})) == "immediate"
	risk.claimed(claim({"assessed_at": now - 86401})) == "immediate_unsupported"
}

test_unsupported_without_any_one_of_it if {
	every missing in ["to", "harm", "evidence", "assessed_at"] {
		without := object.union(claim({}), {"risk": {missing: false}})
		risk.claimed(object.union(without, {"risk": object.remove(claim({}).risk, [missing])})) != "red"
		risk.claimed({"now": now, "sender": {"role": "midwife"}, "risk": object.remove(claim({}).risk, [missing])}) == "immediate_unsupported"
	}
	risk.claimed(claim({"to": []})) == "immediate_unsupported"
	risk.claimed(claim({"harm": []})) == "immediate_unsupported"
	risk.claimed(claim({"evidence": false})) == "immediate_unsupported"
	risk.claimed(claim({"assessed_at": now + 1})) == "immediate_unsupported"
}

test_unsupported_by_a_role_that_may_not_declare_it if risk.claimed(object.union(claim({}), {"sender": {"role": "receptionist"}})) == "immediate_unsupported"

test_the_rating_stands_without_a_claim if risk.claimed(claim({"immediate": false, "rag": "amber"})) == "amber"

test_red_is_fresh_through_the_last_second_of_its_days if {
	risk.rated(claim({"assessed_at": now - (28 * 86400)})) == "red"
	risk.rated(claim({"assessed_at": now - ((28 * 86400) + 1)})) == "red_stale"
}

test_red_of_no_known_date_is_stale if {
	risk.rated({"now": now, "risk": {"rag": "red"}}) == "red_stale"
	risk.rated(claim({"assessed_at": now + 1})) == "red_stale"
}

test_amber_and_green_do_not_age if {
	risk.rated(claim({"rag": "amber", "assessed_at": 0})) == "amber"
	risk.rated(claim({"rag": "green", "assessed_at": 0})) == "green"
}

test_what_nobody_rated_is_unknown if {
	risk.rated({"now": now, "risk": {}}) == "unknown"
	risk.rated(claim({"rag": "unknown"})) == "unknown"
	risk.rated(claim({"rag": "purple"})) == "unknown"
}
