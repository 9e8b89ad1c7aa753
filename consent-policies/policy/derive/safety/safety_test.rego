package sharing.derive.safety_test

import data.sharing.derive.safety

request(stated) := object.union(
	{"message": {"kind": "referral"}, "risk": {"rag": "green", "immediate": false}, "persons": {}, "consents": [], "relations": [], "informed": {"unsafe": false}},
	stated,
)

test_someone_may_be_at_risk_for_each_reason if {
	every stated in [{"message": {"kind": "concern"}}, {"risk": {"immediate": true}}, {"risk": {"rag": "amber"}}, {"risk": {"rag": "unknown"}}, {"persons": {"p1": {"plan": "CP"}}}, {"persons": {"p1": {"plan": "CIN"}}}] {
		safety.someone_may_be_at_risk(request(stated)) == true
	}
}

test_nobody_else if {
	safety.someone_may_be_at_risk(request({})) == false
	safety.someone_may_be_at_risk(request({"persons": {"p1": {"plan": "none"}}})) == false
}

test_someone_may_be_at_risk_without_a_rating if safety.someone_may_be_at_risk(object.remove(request({}), ["risk"])) == true

test_telling_is_unsafe_for_each_reason if {
	every stated in [{"informed": {"unsafe": true}}, {"consents": [{"coercion": "suspected"}]}, {"consents": [{"coercion": "known"}]}, {"relations": [{"a": "x", "rel": "alleged_abuser_of", "b": "y"}, {"a": "y", "rel": "lives_with", "b": "x"}]}] {
		safety.informing_is_unsafe(request(stated)) == true
	}
}

# With the alleged abuser in the room.
watched := {
	"consents": [{"state": "given", "giver": "y", "subject": "y", "coercion": "none", "circumstances": "partner_present"}],
	"relations": [{"a": "x", "rel": "alleged_abuser_of", "b": "y"}],
}

test_telling_is_unsafe_after_a_consent_that_was_not_free if {
	safety.informing_is_unsafe(request(watched)) == true
	every stated in [{"state": "refused"}, {"circumstances": "alone"}, {"giver": "z"}] {
		safety.informing_is_unsafe(request(object.union(watched, {"consents": [object.union(watched.consents[0], stated)]}))) == false
	}
}

test_telling_is_safe_else if {
	safety.informing_is_unsafe(request({})) == false
	safety.informing_is_unsafe(request({"consents": [{"coercion": "none"}]})) == false
	safety.informing_is_unsafe(request({"relations": [{"a": "x", "rel": "alleged_abuser_of", "b": "y"}]})) == false
}
