package sharing.kernel.outcome_test

import data.sharing.kernel.outcome

calm := {"risk": "amber", "someone_may_be_at_risk": false}

parts := [{"id": "a", "consent": "not_asked"}, {"id": "b", "consent": "not_asked"}]

goes := {"where": "goes", "rule": "C1"}

out := {"where": "out", "rule": "S3"}

held := {"where": "held", "rule": "S3"}

test_permits_where_everything_goes if outcome.of(calm, parts, {"a": goes, "b": goes}) == "PERMIT"

test_redacts_where_something_is_out if outcome.of(calm, parts, {"a": goes, "b": out}) == "PERMIT_REDACTED"

test_redacts_and_holds_where_something_waits if outcome.of(calm, parts, {"a": goes, "b": held}) == "PERMIT_REDACTED+HOLD"

test_holds_where_nothing_goes_and_something_waits if outcome.of(calm, parts, {"a": out, "b": held}) == "HOLD"

test_holds_where_somebody_may_be_at_risk if {
	outcome.of({"risk": "amber", "someone_may_be_at_risk": true}, parts, {"a": out, "b": out}) == "HOLD"
	outcome.of({"risk": "amber"}, parts, {"a": out, "b": out}) == "HOLD"
}

test_denies_where_nobody_is if {
	outcome.of(calm, parts, {"a": out, "b": out}) == "DENY"
	outcome.of({"risk": "green", "someone_may_be_at_risk": true}, parts, {"a": out, "b": out}) == "DENY"
}

test_overrides_by_name if {
	every rule in ["override:X2", "X3+S4", "X5", "H:B.location", "H:U1+S3"] {
		outcome.of(calm, parts, {"a": {"where": "goes", "rule": rule}, "b": goes}) == "PERMIT_OVERRIDE"
	}
}

test_overrides_where_a_person_sets_a_refusal_aside if outcome.of(calm, [{"id": "a", "consent": "refused"}], {"a": {"where": "goes", "rule": "H:C:refused"}}) == "PERMIT_OVERRIDE"

test_a_release_of_what_nobody_refused_is_no_override if outcome.of(calm, parts, {"a": {"where": "goes", "rule": "H:U1"}, "b": goes}) == "PERMIT"

test_a_release_of_one_part_sets_no_refusal_of_another_aside if {
	both := [{"id": "a", "consent": "not_asked"}, {"id": "b", "consent": "refused"}]
	outcome.of(calm, both, {"a": {"where": "goes", "rule": "H:U1"}, "b": {"where": "goes", "rule": "T2"}}) == "PERMIT"
}

test_a_refusal_that_the_law_answers_is_no_override if outcome.of(calm, [{"id": "a", "consent": "refused"}], {"a": {"where": "goes", "rule": "T2"}}) == "PERMIT"

test_a_law_with_such_a_name_overrides_nothing if outcome.of(calm, parts, {"a": {"where": "goes", "rule": "L:ACT_S3"}, "b": goes}) == "PERMIT"

test_a_release_that_is_held_overrides_nothing if outcome.of(calm, [{"id": "a", "consent": "refused"}, {"id": "b", "consent": "given"}], {"a": {"where": "held", "rule": "H:C:refused"}, "b": goes}) == "PERMIT_REDACTED+HOLD"

test_what_is_held_overrides_nothing if outcome.of(calm, parts, {"a": {"where": "held", "rule": "X3"}, "b": goes}) == "PERMIT_REDACTED+HOLD"
