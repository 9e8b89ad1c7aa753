package sharing.derive.validity_test

import data.sharing.derive.validity

now := 1795312345

request := {
	"now": now,
	"persons": {"mother": {"match": "certain"}, "child": {"match": "certain"}},
	"relations": [
		{"a": "father", "rel": "pr_for", "b": "child"},
		{"a": "aunt", "rel": "parent_of", "b": "child"},
		{"a": "father", "rel": "alleged_abuser_of", "b": "mother"},
	],
}

said(stated) := object.union(
	{
		"subject": "mother", "state": "given", "giver": "mother", "authority": "self",
		"at": now, "circumstances": "alone", "coercion": "none",
	},
	stated,
)

test_given_while_it_is_in_force if {
	validity.of(request, said({})) == "given"
	validity.of(request, said({"expires": now + 1})) == "given"
}

test_expired_from_the_second_on_that_it_names if {
	validity.of(request, said({"expires": now})) == "expired"
	validity.of(request, said({"expires": now - 1})) == "expired"
}

test_no_authority_for_who_may_not_give_it if {
	validity.of(request, said({"giver": "aunt"})) == "no_authority"
	validity.of(request, said({"authority": "none"})) == "no_authority"
	validity.of(request, said({"giver": "father", "authority": "pr", "subject": "mother"})) == "no_authority"
	validity.of(request, said({"giver": "aunt", "authority": "pr", "subject": "child"})) == "no_authority"
	validity.of(request, said({"giver": "father", "authority": "none", "subject": "child"})) == "no_authority"
	validity.of(request, object.remove(said({}), ["authority"])) == "no_authority"
}

test_authority_by_responsibility_or_for_another if {
	validity.of(request, said({"giver": "father", "authority": "pr", "subject": "child"})) == "given"
	validity.of(request, said({"giver": "aunt", "authority": "attorney"})) == "given"
	validity.of(request, said({"giver": "aunt", "authority": "best_interests"})) == "given"
}

test_coerced_where_it_was_not_free if {
	validity.of(request, said({"coercion": "suspected"})) == "coerced"
	validity.of(request, said({"coercion": "known"})) == "coerced"
	validity.of(request, object.remove(said({}), ["coercion"])) == "coerced"
}

test_coerced_with_the_partner_there_only_for_someone_who_has_an_abuser if {
	validity.of(request, said({"circumstances": "partner_present"})) == "coerced"
	validity.of(object.union(request, {"relations": []}), said({"circumstances": "partner_present"})) == "given"
}

test_not_asked_where_it_is_not_certainly_the_person if {
	validity.of(object.union(request, {"persons": {"mother": {"match": "possible"}}}), said({})) == "not_asked"
	validity.of(request, said({"subject": "stranger", "giver": "stranger"})) == "not_asked"
}
