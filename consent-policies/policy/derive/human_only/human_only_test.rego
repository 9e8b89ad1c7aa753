package sharing.derive.human_only_test

import data.sharing.derive.human_only

plain := {
	"message": {"kind": "concern", "purpose": "CP_ENQUIRY"},
	"persons": {"child": {"type": "index_child", "match": "certain"}},
	"risk": {"rag": "amber"},
}

only(request) if "child" in human_only.about(object.union({"segments": [{"about": "child"}]}, request))

test_by_purpose if only(object.union(plain, {"message": {"purpose": "SAB_S45"}}))

test_by_objection if only(object.union(plain, {"message": {"objection_art21": true}}))

has_died := {"persons": {"sibling": {"type": "deceased", "match": "certain"}}}

about_both := {"segments": [{"about": "child"}, {"about": "sibling"}]}

test_a_request_about_someone_who_has_died if {
	every kind in ["info_request", "info_response"] {
		asked := object.union(plain, {"message": {"kind": kind}})
		only(object.union(object.union(asked, has_died), about_both))
		not only(object.union(object.union(asked, has_died), {"segments": [{"about": "child"}]}))
		not only(object.union(asked, about_both))
	}
}

test_not_what_is_told_of_someone_who_has_died_where_nobody_asks if {
	told := object.union(object.union(plain, has_died), about_both)
	human_only.about(told) == set()
}

test_a_disclosure_that_may_do_more_harm if {
	only(object.union(plain, {"risk": {"more_detrimental": true}}))
	not human_only.whole_message(object.union(plain, {"risk": {"more_detrimental": true}}))
}

test_a_person_of_whom_it_is_in_doubt_who_they_are if {
	only(object.union(plain, {"persons": {"child": {"match": "possible"}}}))
	only(object.union(plain, {"persons": {"child": {"identifiers_conflict": true}}}))
	human_only.in_doubt({})
}

test_not_a_third_party_as_such if not "stranger" in human_only.about(plain)

test_not_else if not only(plain)
