package sharing.derive.consent_test

import data.sharing.derive.consent

now := 1795312345

part := {"id": "s", "category": "identity", "about": "mother"}

said(stated) := object.union(
	{
		"subject": "mother", "kind": "confidentiality", "state": "given", "giver": "mother", "authority": "self",
		"at": now, "circumstances": "alone", "coercion": "none",
	},
	stated,
)

other(stated) := said(object.union({"giver": "aunt", "authority": "attorney"}, stated))

request(consents) := {
	"now": now,
	"message": {"purpose": "FS_REVIEW"},
	"recipient": {"agency": "cgl"},
	"persons": {"mother": {"match": "certain"}},
	"relations": [],
	"consents": consents,
}

resolved(asked, segment) := consent.resolved(consent.of_persons(message, asked), message, asked, told) if {
	message := object.union(asked, {"segments": [segment]})
	told := object.union({"category": "unclassified"}, segment)
}

of(asked, segment) := resolved(asked, segment).state

state(consents) := of(request(consents), part)

test_not_asked_where_nobody_said_anything if state([]) == "not_asked"

test_given if state([said({})]) == "given"

test_what_is_said_later_than_now_is_not_heard if state([said({"at": now + 1})]) == "not_asked"

test_what_is_said_about_another_or_about_something_else_does_not_count if {
	state([said({"subject": "father"})]) == "not_asked"
	state([said({"kind": "gdpr"})]) == "not_asked"
}

test_what_is_said_about_two_persons_counts_for_each_alone if state([said({}), said({"subject": "father", "state": "refused"})]) == "given"

test_a_consent_for_something_else_is_a_mismatch if {
	every scope in [{"purposes": ["MARAC"]}, {"categories": ["education"]}, {"recipients": ["hill-school"]}, {"about": ["father"]}] {
		state([said({"scope": scope})]) == "scope_mismatch"
	}
}

test_a_refusal_of_something_else_is_nothing if state([said({"state": "refused", "scope": {"recipients": ["hill-school"]}})]) == "not_asked"

test_a_consent_for_exactly_this if state([said({"scope": {"purposes": ["FS_REVIEW"], "categories": ["identity"], "recipients": ["cgl"], "about": ["mother"]}})]) == "given"

test_what_has_no_category_is_covered_by_none if {
	of(request([said({"scope": {"categories": ["identity"]}})]), {"about": "mother"}) == "scope_mismatch"
	of(request([said({})]), {"about": "mother"}) == "given"
}

test_the_newest_of_a_giver_stands if state([said({"state": "refused"}), said({"at": now - 10})]) == "refused"

test_at_the_same_moment_a_refusal_is_the_newer if {
	state([said({}), said({"state": "withdrawn"})]) == "withdrawn"
	state([said({"state": "withdrawn"}), said({})]) == "withdrawn"
	state([said({}), said({"state": "not_asked_unsafe"})]) == "not_asked_unsafe"
}

test_at_the_same_moment_a_consent_that_does_not_count_is_the_newer if state([said({"expires": now}), said({"expires": now + 1})]) == "expired"

test_who_was_not_asked_because_it_was_unsafe_has_not_refused if state([said({"state": "not_asked_unsafe", "competent_minor": true})]) == "not_asked_unsafe"

test_a_refusal_of_who_is_no_competent_minor_does_not_prevail if state([said({"state": "refused", "at": now - 10}), other({})]) == "conflict"

test_two_givers_who_disagree_are_a_conflict if state([said({}), other({"state": "withdrawn"})]) == "conflict"

test_two_givers_who_agree_are_not if state([said({}), other({"at": now - 10})]) == "given"

test_else_the_newest_of_all_stands if {
	state([said({"state": "not_asked_unsafe"}), other({"at": now - 10, "authority": "none"})]) == "not_asked_unsafe"
	state([said({"state": "not_asked_unsafe", "at": now - 10}), other({"authority": "none"})]) == "no_authority"
}

test_a_competent_minors_own_refusal_prevails if {
	state([said({"state": "refused", "competent_minor": true, "at": now - 10}), other({})]) == "refused_competent"
	state([said({"state": "withdrawn", "competent_minor": true, "at": now - 10}), other({})]) == "refused_competent"
}

test_a_refusal_for_a_competent_minor_by_another_does_not if state([said({}), other({"state": "refused", "competent_minor": true})]) == "conflict"

test_another_persons_refusal_for_a_competent_minor_is_a_refusal_like_any_other if {
	state([other({"state": "refused", "competent_minor": true})]) == "refused"
	state([other({"state": "withdrawn", "competent_minor": true})]) == "withdrawn"
}

test_a_consent_of_a_competent_minor_is_one_like_any_other if state([said({"competent_minor": true, "at": now - 10}), other({"state": "refused"})]) == "conflict"

test_who_brought_it_about_is_told if {
	resolved(request([said({"state": "refused"})]), part) == {"state": "refused", "giver": "mother"}
	resolved(request([]), part) == {"state": "not_asked", "giver": "nobody"}
}
