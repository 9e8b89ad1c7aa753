package sharing.derive_test

import data.sharing.derive
import data.sharing.derive.basis
import data.sharing.derive.purpose

request := {
	"now": 1795312345,
	"phase": "intake",
	"message": {"kind": "referral_answer", "purpose": "TREATMENT_REFERRAL"},
	"sender": {"agency": "cgl", "kind": "substance_service", "function": "treatment", "role": "key_worker", "under_16LA": true, "public_authority": false},
	"recipient": {"agency": "childrens-services", "kind": "la_csc", "function": "csc_social_work", "under_16LA": true, "verified": true, "links": []},
	"persons": {"p1": {"type": "index_child", "match": "certain"}, "p2": {"type": "parent", "match": "certain"}},
	"risk": {"rag": "amber"},
	"segments": [
		{"id": "s1", "category": "substance_engagement", "about": "p2", "standing": "fact"},
		{"id": "s2", "category": "sexual_reproductive", "about": "p2", "standing": "fact"},
	],
}

agreements := {"childrens-services": {"functions": ["csc_social_work"], "purposes": ["FS_REVIEW"], "from": 0, "until": 1826200000}}

derived := found if {
	found := derive.of(settled, settled, basis.of(settled, settled)) with data.agreements as agreements
}

settled := purpose.settled(request)

test_the_kernel_is_given_facts_about_the_message if {
	derived.given == {
		"purpose": "FS_REVIEW", "risk": "amber", "rag": "amber", "basis": ["CA2004_16LA"], "public_interest": false,
		"agreement": "active", "recipient_is_party": true, "recipient_in_area": true, "recipient_verified": true,
		"recipient_is_duty_team": false, "purpose_compatible": true, "someone_may_be_at_risk": true,
		"informing_is_unsafe": false, "sender_on_watch": false, "circumstances": [],
	}
}

test_the_kernel_is_told_what_reaches_who_supervises_and_what_was_released if {
	supervising := object.union(settled, {"recipient": {"kind": "probation", "function": "probation_supervision"}})
	derive.of(settled, supervising, basis.none).segments[0].to_supervision == true with data.agreements as agreements
	released := object.union(settled, {"releases": [{"segment": "s1", "rule": "L5", "by": "a", "at": 10}]})
	derive.of(settled, released, basis.none).segments[0].release == [{"rule": "L5", "by": "person"}] with data.agreements as agreements
}

test_the_kernel_is_given_facts_about_each_part if {
	derived.segments[0] == {
		"id": "s1", "category": "substance_engagement", "about": "p2", "consent": "not_asked", "consent_giver": "nobody",
		"bar": "none", "need": "need", "confidential": true, "harm_linked": false, "third_party": false,
		"to_supervision": false, "order_minimum": false, "human_only": false, "unclassified": false, "release": [],
	}
	derived.segments[1].need == "never"
}

part(stated) := found.segments[0] if {
	asked := object.union(settled, stated)
	found := derive.of(asked, asked, basis.none) with data.agreements as agreements
}

test_a_part_is_linked_to_the_harm_by_its_category_and_its_person if {
	harm := {"rag": "amber", "harm": ["neglect"], "to": ["p2"]}
	part({"risk": harm}).harm_linked == true
	part({"risk": object.union(harm, {"to": ["p1"]})}).harm_linked == false
	part({"risk": object.union(harm, {"harm": ["fgm"]})}).harm_linked == false
}

test_a_part_is_told_in_confidence_unless_the_table_says_else if {
	part({"segments": [{"id": "s1", "category": "identity", "about": "p2"}], "sender": {"kind": "police"}}).confidential == false
	part({"segments": [{"id": "s1", "category": "identity", "about": "p2"}]}).confidential == true
}

test_a_part_about_nobody_of_the_case_is_a_third_partys if part({"segments": [{"id": "s1", "category": "identity", "about": "p9"}]}).third_party == true

test_a_part_without_a_category_is_classified_by_nobody if {
	part({"segments": [{"id": "s1", "about": "p2"}]}).unclassified == true
	part({"segments": [{"id": "s1", "about": "p2"}]}).category == "unclassified"
}

test_a_part_about_somebody_in_doubt_waits_for_a_person if {
	part({"persons": {"p2": {"match": "possible"}}}).human_only == true
	part({}).human_only == false
}
