package sharing.derive.circumstances_test

import data.sharing.derive.circumstances

request(stated) := object.union(
	{
		"message": {"kind": "referral", "purpose": "FS_REVIEW"},
		"recipient": {"links": []},
		"persons": {},
		"relations": [],
		"segments": [],
		"risk": {"rag": "green", "immediate": false},
		"set_by_person": [],
	},
	stated,
)

of(message, segments, named_decision) := circumstances.told(message) | circumstances.found(message, segments, named_decision)

found(stated) := of(request(stated), [], false)

among(segments) := of(request({}), segments, false)

decision(stated) := of(request(stated), [], true)

test_none_where_nothing_is_said if found({}) == set()

test_each_from_what_the_message_says if {
	found({"relations": [{"a": "x", "rel": "alleged_abuser_of", "b": "y"}]}) == {"abuser_known"}
	found({"persons": {"p5": {"type": "unborn", "match": "certain"}}}) == {"unborn"}
	found({"message": {"kind": "info_request", "about_another_agencys_record": true}}) == {"look_up"}
	found({"message": {"kind": "consultation"}}) == {"without_names"}
	found({"message": {"purpose": "CONSULTATION"}}) == {"without_names"}
	found({"persons": {"p1": {"match": "possible"}}}) == {"identity_in_doubt"}
	found({"risk": {"more_detrimental": true}}) == {"more_detrimental"}
	found({"recipient": {"links": [{"person": "p1", "link": "related"}]}}) == {"conflict_of_interest"}
	found({"segments": [{"standing": "opinion", "labelled": "fact"}]}) == {"standing_unclear"}
	found({"message": {"purpose": "IMMIGRATION"}}) == {"immigration_request"}
	found({"message": {"purpose": "SAB_S45"}}) == {"advice_needed"}
}

test_not_from_what_is_nearly_so if {
	found({"message": {"kind": "info_request"}}) == set()
	found({"message": {"kind": "referral", "about_another_agencys_record": true}}) == set()
	found({"segments": [{"standing": "fact", "labelled": "fact"}, {"standing": "opinion"}]}) == set()
	found({"recipient": {"links": [{"person": "p1", "link": "treats"}]}}) == set()
	found({"relations": [{"a": "x", "rel": "partner_of", "b": "y"}]}) == set()
}

test_what_only_a_person_can_say if {
	found({"set_by_person": ["ask_again", "withdrawn_after_delivery", "override_not_upheld"]}) == {"ask_again", "withdrawn_after_delivery", "override_not_upheld"}
	found({"set_by_person": ["dissent"]}) == set()
}

test_dissent_is_a_refusal_for_ones_own_part_beside_anothers_consent if {
	refusal := {"about": "father", "consent": "refused", "consent_giver": "father", "bar": "none"}
	yes := {"about": "child", "consent": "given", "consent_giver": "mother", "bar": "none"}
	among([refusal, yes]) == {"dissent"}
	among([refusal, object.union(yes, {"about": "father"})]) == set()
	among([object.union(refusal, {"consent_giver": "mother"}), yes]) == set()
	among([refusal, object.union(yes, {"consent": "expired"})]) == set()
	among([object.union(refusal, {"consent": "not_asked"}), yes]) == set()
}

test_a_place_that_is_barred_and_needed if {
	barred := [{"about": "child", "consent": "not_asked", "bar": "location"}]
	every purpose in ["CP_ENQUIRY", "IMMEDIATE_SAFETY", "PUBLIC_PROTECTION"] {
		of(request({"message": {"purpose": purpose}}), barred, false) == {"location_needed"}
	}
	among(barred) == set()
	of(request({"message": {"purpose": "CP_ENQUIRY"}}), [{"about": "child", "consent": "not_asked", "bar": "court_order"}], false) == set()
}

test_a_named_decision_that_is_missing if {
	decision({}) == set()
	decision({"risk": {"rag": "amber"}}) == {"named_decision_needed"}
	decision({"risk": {"rag": "green", "immediate": true}}) == {"named_decision_needed"}
	decision({"risk": {"rag": "amber"}, "decision_maker": {"person": "idva-1"}}) == set()
	of(request({"risk": {"rag": "amber"}}), [], false) == set()
}
