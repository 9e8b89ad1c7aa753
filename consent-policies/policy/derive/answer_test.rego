package sharing_test

import data.sharing

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

answer := given if {
	given := sharing.answer with input as request with data.agreements as agreements
}

test_what_goes_names_its_basis_and_what_does_not_has_none if {
	answer.outcome == "PERMIT_REDACTED"
	answer.segments == {
		"s1": {"where": "goes", "rule": "L:CA2004_16LA", "basis": {"art6": "6(1)(c)", "art9": "9(2)(g)", "sch1": "p6", "art10": null, "gateway": "statute"}, "silent": false},
		"s2": {"where": "out", "rule": "N1", "basis": null, "silent": false},
	}
}

# Whoever supervises an alleged abuser must not know where the victim lives.
to_a_supervisor := object.union(request, {
	"sender": {"agency": "childrens-services", "kind": "la_csc", "function": "csc_social_work", "role": "social_worker", "under_16LA": true, "public_authority": true},
	"recipient": {"agency": "probation", "kind": "probation", "function": "probation_supervision", "under_16LA": true, "verified": true, "links": [{"person": "p3", "link": "supervises"}]},
	"persons": object.union(request.persons, {"p3": {"type": "alleged_perpetrator", "match": "certain"}}),
	"relations": [{"a": "p3", "rel": "alleged_abuser_of", "b": "p2"}],
	"segments": [
		{"id": "s1", "category": "location", "about": "p2", "standing": "fact"},
		{"id": "s2", "category": "sexual_reproductive", "about": "p2", "standing": "fact"},
	],
})

test_what_is_barred_silently_is_marked_so if {
	segments := sharing.answer.segments with input as to_a_supervisor with data.agreements as agreements
	segments.s1.rule == "B.location"
	segments.s1.silent == true
	segments.s2.where == "out"
	segments.s2.silent == false
}

test_what_is_owed_names_who_and_when if {
	answer.obligations == [{"code": "O8", "owner": "gateway", "due": "with_message", "before_sending": false, "silent": false, "repeats": false}]
}

test_the_answer_says_until_when_it_holds_and_which_policy_gave_it if {
	answer.valid_until == 1826200000
	answer.revisions == {"kernel": data.revisions.kernel, "tables": data.revisions.tables}
}

test_the_answer_tells_what_was_found if {
	answer.given.risk == "amber"
	answer.given.segments[1].need == "never"
}

asked_about(message, requests) := {
	"message": object.remove(message, ["recipient"]),
	"recipients": [{"recipient": one.recipient} | some one in requests],
}

test_several_messages_and_recipients_are_answered_in_their_order if {
	other := object.union(request, {"recipient": {"function": "school_dsl"}})
	asked := {"messages": [asked_about(request, [request, other]), asked_about(other, [other])]}
	answers := sharing.answers with input as asked with data.agreements as agreements
	[[one.outcome | some one in message] | some message in answers] == [["PERMIT_REDACTED", "HOLD"], ["HOLD"]]
}

test_after_a_refusal_a_high_risk_goes_to_the_conference_on_paragraph_6 if {
	asked := object.union(request, {
		"message": {"kind": "referral", "purpose": "MARAC"},
		"sender": {"agency": "da", "kind": "da_service", "function": "da_support", "role": "idva", "under_16LA": false},
		"recipient": {"agency": "marac", "function": "marac"},
		"persons": {"p2": {"type": "victim", "match": "certain"}},
		"risk": {"rag": "red", "assessed_at": 1795300000},
		"segments": [{"id": "s1", "category": "da_victim", "about": "p2", "standing": "fact"}],
	})
	refused := {"consents": [{"subject": "p2", "giver": "p2", "kind": "confidentiality", "authority": "self", "state": "refused", "at": 1795300000, "circumstances": "alone", "coercion": "none"}]}
	parties := {"marac": {"functions": ["marac"], "purposes": ["MARAC"], "from": 0, "until": 1826200000}}
	unasked := sharing.answer.segments.s1 with input as asked with data.agreements as parties
	unasked.basis.sch1 == "p18, not_reasonable_to_obtain"
	overridden := sharing.answer.segments.s1 with input as object.union(asked, refused) with data.agreements as parties
	overridden.rule == "override:L5"
	overridden.basis.sch1 == "p6"
}
