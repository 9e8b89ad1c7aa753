package sharing.decision_test

import data.sharing.decision

plain := {
	"risk": "amber", "rag": "amber", "basis": [], "public_interest": false, "agreement": "active",
	"recipient_is_party": true, "recipient_in_area": true, "recipient_verified": true,
	"recipient_is_duty_team": false, "purpose_compatible": true, "someone_may_be_at_risk": true,
	"informing_is_unsafe": false, "sender_on_watch": false, "circumstances": [],
}

part := {
	"id": "s", "category": "education", "need": "need", "consent": "not_asked", "confidential": true,
	"bar": "none", "third_party": false, "harm_linked": false, "to_supervision": false,
	"order_minimum": false, "human_only": false, "unclassified": false, "release": [],
}

decided(given, segment) := decision.decided(given, decision.straight(given), segment)

rule(given, segment) := decided(object.union(plain, given), object.union(part, segment)).rule

# Everything that a gate could stop, one gate less at a time.
test_the_gates_come_in_their_order if {
	worst := {"recipient_verified": false, "purpose_compatible": false}
	all := {"bar": "location", "unclassified": true, "human_only": true, "need": "never"}
	rule(worst, all) == "B.location"
	rule(worst, object.union(all, {"bar": "court_order"})) == "B.court_order"
	rule(worst, object.union(all, {"bar": "none"})) == "R1"
	rule({"purpose_compatible": false}, object.union(all, {"bar": "none"})) == "N2"
	rule({}, object.union(all, {"bar": "none"})) == "U1"
	rule({}, object.union(all, {"bar": "none", "unclassified": false})) == "HR"
	rule({}, {"need": "never"}) == "N1"
	rule({}, {"need": "unknown"}) == "N0"
}

test_each_gate_closes_by_itself if {
	rule({"recipient_verified": false}, {"consent": "given"}) == "R1"
	rule({"purpose_compatible": false}, {"consent": "given"}) == "N2"
	rule({}, {"bar": "location", "consent": "given"}) == "B.location"
	rule({}, {"bar": "court_order", "consent": "given"}) == "B.court_order"
	rule({}, {"unclassified": true, "consent": "given"}) == "U1"
	rule({}, {"human_only": true, "consent": "given"}) == "HR"
	rule({}, {"need": "never", "consent": "given"}) == "N1"
	rule({}, {"need": "unknown", "consent": "given"}) == "N0"
}

test_that_nobody_needs_it_is_said_after_every_other_gate if {
	rule({"recipient_verified": false}, {"need": "never"}) == "R1"
	rule({"purpose_compatible": false}, {"need": "never"}) == "N2"
	rule({}, {"need": "never", "bar": "court_order"}) == "B.court_order"
	rule({}, {"need": "never", "unclassified": true}) == "U1"
	rule({}, {"need": "never", "human_only": true}) == "HR"
	rule({"agreement": "expired"}, {"need": "never"}) == "N1"
}

test_each_thing_that_sets_a_part_apart_does_so_by_itself if {
	rule({"basis": ["CA2004_16LA"]}, {"third_party": true}) == "Q1"
	rule({"basis": ["CA2004_16LA"]}, {"order_minimum": true}) == "T2"
	rule({"basis": ["CA2004_16LA"]}, {"to_supervision": true}) == "T1"
}

test_what_a_third_party_is_part_of_goes_as_any_other_at_a_high_risk if {
	rule({"risk": "red", "basis": ["CA2004_16LA"]}, {"third_party": true, "harm_linked": true}) == "L:CA2004_16LA"
	rule({"risk": "red", "basis": ["CA2004_16LA"]}, {"third_party": true}) == "Q1"
}

test_an_objection_is_one_by_a_refusal_or_by_a_conflict if {
	rule({}, {"consent": "refused", "need": "may"}) == "C:refused"
	rule({}, {"consent": "conflict"}) == "C:conflict"
}

test_a_weak_claim_goes_as_its_rating_or_by_the_floor if {
	weak := {"risk": "immediate_unsupported", "recipient_is_duty_team": true}
	rule(weak, {"consent": "given"}) == "C1"
	rule(weak, {"third_party": true}) == "Q1"
	rule(weak, {"category": "location"}) == "X3"
	rule(weak, {}) == "X3"
	rule(object.union(weak, {"agreement": "expired"}), {"category": "location"}) == "X3+S2"
	decided(object.union(plain, weak), part).where == "held"
}

test_a_watched_claim_goes_by_the_floor if {
	watched := {"risk": "immediate", "sender_on_watch": true, "recipient_is_duty_team": true}
	rule(watched, {"category": "location"}) == "X5"
	rule(object.union(watched, {"sender_on_watch": false}), {"category": "location"}) == "override:X1"
}

test_what_is_unknown_is_looked_at_as_amber if {
	rule({"risk": "unknown", "basis": ["CA2004_16LA"]}, {"consent": "refused"}) == "C:refused"
	rule({"risk": "unheard_of", "basis": ["CA2004_16LA"]}, {"consent": "refused"}) == "C:refused"
}

test_a_stale_red_lies_between_amber_and_red if {
	stale := {"risk": "red_stale", "basis": ["CA2004_16LA"]}
	rule(stale, {}) == "L:CA2004_16LA"
	rule(stale, {"consent": "refused"}) == "X4"
	rule(stale, {"consent": "refused", "category": "identity"}) == "override:X2+X4"
}

test_the_levels_come_in_their_order if {
	supervised := {"to_supervision": true, "order_minimum": true, "third_party": true, "consent": "given", "confidential": false}
	rule({"basis": ["OMA2007_14"]}, supervised) == "Q1"
	rule({"basis": ["OMA2007_14"]}, object.union(supervised, {"third_party": false})) == "T2"
	rule({"basis": ["OMA2007_14"]}, object.union(supervised, {"third_party": false, "order_minimum": false})) == "C1"
	rule({"basis": ["OMA2007_14"]}, {"to_supervision": true, "confidential": false}) == "T1"
	rule({"risk": "red", "basis": ["OMA2007_14"]}, {"to_supervision": true, "harm_linked": true, "confidential": false}) == "override:T3"
	rule({"basis": ["OMA2007_14"]}, {"confidential": false, "consent": "conflict"}) == "L:OMA2007_14"
	rule({"basis": ["OMA2007_14"]}, {"consent": "conflict", "need": "may"}) == "C:conflict"
}

test_a_duty_is_asked_before_a_power if {
	both := ["CA2004_16LA", "CA1989_17"]
	rule({"basis": both}, {"need": "may", "consent": "refused"}) == "C:refused"
	rule({"basis": both, "risk": "red"}, {"consent": "refused"}) == "override:X2"
	rule({"basis": both}, {"consent": "refused"}) == "C:refused"
	rule({"basis": both, "risk": "green"}, {"consent": "refused"}) == "C:refused"
	rule({"basis": both, "risk": "green"}, {}) == "C:not_asked"
	rule({"basis": both}, {}) == "L:CA2004_16LA"
}

test_a_power_is_asked_before_nothing if {
	power := ["CA1989_17"]
	rule({"basis": power, "risk": "green"}, {}) == "C:not_asked"
	rule({"basis": power, "risk": "immediate"}, {}) == "override:X1"
	rule({"basis": power, "risk": "red"}, {}) == "override:L5"
	rule({"basis": power}, {}) == "L5"
}

test_nothing_holds_at_last if {
	rule({"risk": "immediate", "recipient_is_duty_team": true}, {"category": "location"}) == "override:X1"
	rule({"risk": "green"}, {}) == "L0"
	rule({}, {}) == "L9"
}

test_what_would_go_meets_the_standing_of_the_recipient_each_row_in_turn if {
	rule({"recipient_is_party": false, "recipient_in_area": false, "agreement": "expired"}, {"consent": "given"}) == "S3"
	rule({"recipient_in_area": false, "agreement": "expired"}, {"consent": "given"}) == "S4"
	rule({"recipient_is_party": false}, {"consent": "given"}) == "S3"
	rule({"recipient_in_area": false}, {"consent": "given"}) == "S4"
	rule({"agreement": "expired"}, {"consent": "given"}) == "S2"
	rule({"risk": "red", "recipient_in_area": false, "agreement": "expired"}, {"consent": "given"}) == "C1+S4+S2"
	rule({"recipient_is_party": false, "recipient_in_area": false, "agreement": "expired"}, {}) == "L9"
}

test_a_release_comes_last if {
	rule({"basis": ["CA1989_17"]}, {"release": "person"}) == "H:L5"
	rule({"basis": ["CA1989_17"]}, {"release": [{"by": "person", "rule": "U1"}]}) == "L5"
	rule({"basis": ["OMA2007_14"]}, {"human_only": true, "to_supervision": true, "release": "person"}) == "T1"
	rule({"recipient_is_party": false}, {"unclassified": true, "consent": "given", "release": "person"}) == "S3"
	rule({"basis": ["CA1989_17"]}, {"need": "unknown", "release": "person"}) == "H:N0"
	rule({"risk": "green", "basis": ["CA1989_17"]}, {"need": "unknown", "release": "person"}) == "C:not_asked"
	rule({"risk": "green", "basis": ["CA2004_16LA"]}, {"need": "unknown", "release": "person"}) == "L0"
}

test_the_whole_answer_has_a_verdict_for_every_part if {
	answer := decision.of({"given": plain, "segments": [part, object.union(part, {"id": "t", "consent": "given"})]})
	answer.outcome == "PERMIT_REDACTED+HOLD"
	answer.segments == {"s": {"where": "held", "rule": "L9"}, "t": {"where": "goes", "rule": "C1"}}
	answer.obligations == {"H1d"}
}

test_parts_that_are_alike_are_decided_alike_and_others_are_not if {
	stale := object.union(plain, {"risk": "red_stale", "basis": ["CA2004_16LA"]})
	parts := [object.union(part, stated) | some stated in [
		{"id": "s", "category": "education", "consent": "refused"},
		{"id": "t", "category": "mental_health", "consent": "refused"},
		{"id": "u", "category": "identity", "consent": "refused"},
	]]
	rules := {id: verdict.rule | some id, verdict in decision.of({"given": stale, "segments": parts}).segments}
	rules == {"s": "X4", "t": "X4", "u": "override:X2+X4"}
	reached := object.union(plain, {"risk": "immediate", "recipient_is_duty_team": true})
	decision.of({"given": reached, "segments": [object.union(part, {"category": "location"})]}).segments.s.rule == "override:X1"
}

test_an_agreement_with_nobody_is_in_good_standing if rule({"agreement": "none"}, {"consent": "given"}) == "C1"

test_what_nobody_worked_out_never_goes if {
	answer := decision.of({"given": {}, "segments": [{"id": "s"}]})
	answer.segments.s.where == "out"
}
