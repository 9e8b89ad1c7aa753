package sharing.kernel.obligations_test

import data.sharing.kernel.obligations

calm := {"risk": "amber", "informing_is_unsafe": false, "sender_on_watch": false, "recipient_verified": true, "recipient_is_duty_team": false, "agreement": "active", "circumstances": []}

# A message that gives no reason for anything but what is stated; a part s where there is a verdict for it.
codes(stated, parts, verdicts, outcome) := obligations.codes(
	object.union(calm, stated),
	[object.union({"bar": "none", "consent": "not_asked"}, one) | some one in array.concat(parts, [{"id": "s"} | verdicts.s])],
	verdicts,
	outcome,
)

test_an_override_is_told_reviewed_and_reasoned if codes({}, [], {"s": {"where": "goes", "rule": "override:X2"}}, "PERMIT_OVERRIDE") == {"O2", "O3", "O5", "O6"}

test_an_override_is_not_told_where_that_is_unsafe if codes({"informing_is_unsafe": true}, [], {"s": {"where": "goes", "rule": "override:X2"}}, "PERMIT_OVERRIDE") == {"O2", "O4", "O5", "O6"}

test_a_release_and_a_refusal_are_owed_a_reason if {
	codes({}, [], {"s": {"where": "goes", "rule": "H:U1"}}, "PERMIT") == {"O6"}
	codes({}, [], {"s": {"where": "out", "rule": "L0"}}, "DENY") == {"O6"}
}

test_a_place_that_two_persons_released_carries_their_duty if "O19" in codes({}, [], {"s": {"where": "goes", "rule": "H:B.location"}}, "PERMIT_OVERRIDE")

test_a_lapsed_agreement_is_renewed if codes({}, [], {"s": {"where": "held", "rule": "S2"}}, "PERMIT") == {"O9"}

test_what_goes_by_a_lapsed_agreement_is_told if codes({"agreement": "expired"}, [], {"s": {"where": "goes", "rule": "C1+S2"}}, "PERMIT") == {"O2", "O9"}

test_what_goes_by_a_suspended_agreement_is_called_back if codes({"agreement": "suspended"}, [], {"s": {"where": "goes", "rule": "C1+S2"}}, "PERMIT") == {"O2", "O9", "O11"}

test_what_does_not_go_by_a_suspended_agreement_is_only_renewed if codes({"agreement": "suspended"}, [], {"s": {"where": "held", "rule": "S2"}}, "PERMIT") == {"O9"}

test_a_recipient_in_doubt_is_called_back if {
	every verdict in [{"where": "held", "rule": "R1"}, {"where": "held", "rule": "S3"}, {"where": "goes", "rule": "C1+S4"}, {"where": "goes", "rule": "override:S3"}] {
		"O11" in codes({}, [], {"s": verdict}, "PERMIT")
	}
}

test_the_recipient_hears_of_a_gap if codes({}, [{"id": "t"}], {"s": {"where": "goes", "rule": "C1"}, "t": {"where": "out", "rule": "N1"}}, "PERMIT_REDACTED") == {"O8"}

test_the_recipient_hears_nothing_of_a_silent_gap if codes({}, [{"id": "t", "bar": "location"}], {"s": {"where": "goes", "rule": "C1"}, "t": {"where": "out", "rule": "B.location"}}, "PERMIT_REDACTED") == {"O8s"}

test_one_gap_that_is_not_silent_is_told if codes({}, [{"id": "t", "bar": "location"}, {"id": "u"}], {"s": {"where": "goes", "rule": "C1"}, "t": {"where": "out", "rule": "B.location"}, "u": {"where": "out", "rule": "N1"}}, "PERMIT_REDACTED") == {"O8"}

test_there_is_no_gap_in_what_nobody_receives if codes({}, [{"id": "t"}], {"t": {"where": "out", "rule": "N1"}}, "PERMIT") == set()

test_a_bar_that_is_not_silent_asks_for_advice if codes({}, [{"id": "t", "bar": "court_order"}], {"t": {"where": "out", "rule": "B.court_order"}}, "PERMIT") == {"O13"}

test_a_conflict_that_is_held_asks_for_advice if codes({}, [{"id": "t", "consent": "conflict"}], {"t": {"where": "held", "rule": "C:conflict"}}, "PERMIT") == {"O13"}

test_a_conflict_that_stays_out_is_left if codes({}, [{"id": "t", "consent": "conflict"}], {"t": {"where": "out", "rule": "C:conflict"}}, "PERMIT") == set()

test_a_conflict_that_goes_is_recorded if codes({}, [{"id": "t", "consent": "conflict"}], {"t": {"where": "goes", "rule": "L:CA1989_47"}}, "PERMIT") == {"O15"}

test_a_consent_that_does_not_count_is_asked_for_again if {
	every consent in ["expired", "no_authority", "coerced"] {
		codes({}, [{"id": "t", "consent": consent}], {"t": {"where": "goes", "rule": "L:CA1989_47"}}, "PERMIT") == {"O12"}
	}
}

test_who_was_not_asked_is_asked if codes({}, [{"id": "t"}], {"t": {"where": "held", "rule": "C:not_asked"}}, "PERMIT") == {"O12"}

test_who_was_not_asked_and_stays_out_is_left if codes({}, [{"id": "t"}], {"t": {"where": "out", "rule": "C:not_asked"}}, "PERMIT") == set()

test_a_watched_sender_is_reported if codes({"sender_on_watch": true}, [], {"s": {"where": "goes", "rule": "C1"}}, "PERMIT") == {"O22"}

test_what_is_held_has_a_timer if codes({}, [], {"s": {"where": "held", "rule": "L5"}}, "HOLD") == {"H1d"}

test_an_immediate_risk_that_nobody_has_reaches_a_person if {
	every risk in ["immediate", "immediate_unsupported"] {
		"O21" in codes({"risk": risk}, [], {"s": {"where": "out", "rule": "N1"}}, "PERMIT")
		"O21" in codes({"risk": risk, "recipient_verified": false}, [], {"s": {"where": "goes", "rule": "C1"}}, "PERMIT")
		"O21" in codes({"risk": risk}, [], {"s": {"where": "goes", "rule": "C1"}, "t": {"where": "held", "rule": "L5"}}, "PERMIT")
	}
}

test_an_immediate_risk_that_a_duty_team_has_needs_no_second_channel if {
	not "O21" in codes({"risk": "immediate", "recipient_is_duty_team": true}, [], {"s": {"where": "goes", "rule": "C1"}, "t": {"where": "held", "rule": "L5"}}, "PERMIT")
	not "O21" in codes({"risk": "immediate"}, [], {"s": {"where": "goes", "rule": "C1"}}, "PERMIT")
}

test_a_circumstance_brings_its_own if codes({"circumstances": ["override_not_upheld", "look_up"]}, [], {"s": {"where": "goes", "rule": "C1"}}, "PERMIT") == {"O7", "O17", "O18"}
