package sharing.derive.human_only_test

import data.sharing.derive.human_only

plain := {
	"message": {"kind": "concern", "purpose": "CP_ENQUIRY"},
	"persons": {"child": {"type": "index_child", "match": "certain"}},
	"risk": {"rag": "amber"},
}

only(request) if human_only.of(request, {"about": "child"}) == true

test_by_purpose if only(object.union(plain, {"message": {"purpose": "SAB_S45"}}))

test_by_objection if only(object.union(plain, {"message": {"objection_art21": true}}))

test_a_request_in_a_case_with_someone_who_has_died if {
	every kind in ["info_request", "info_response"] {
		only(object.union(plain, {"message": {"kind": kind}, "persons": {"sibling": {"type": "deceased", "match": "certain"}}}))
	}
	not only(object.union(plain, {"persons": {"sibling": {"type": "deceased", "match": "certain"}}}))
	not only(object.union(plain, {"message": {"kind": "info_request"}}))
}

test_a_part_about_someone_who_has_died if only(object.union(plain, {"persons": {"child": {"type": "deceased"}}}))

test_a_disclosure_that_may_do_more_harm if {
	only(object.union(plain, {"risk": {"more_detrimental": true}}))
	not human_only.whole_message(object.union(plain, {"risk": {"more_detrimental": true}}))
}

test_a_person_of_whom_it_is_in_doubt_who_they_are if {
	only(object.union(plain, {"persons": {"child": {"match": "possible"}}}))
	only(object.union(plain, {"persons": {"child": {"identifiers_conflict": true}}}))
	human_only.in_doubt({})
}

test_not_a_third_party_as_such if human_only.of(plain, {"about": "stranger"}) == false

test_not_else if human_only.of(plain, {"about": "child"}) == false
