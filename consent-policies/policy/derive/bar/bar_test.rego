package sharing.derive.bar_test

import data.sharing.derive.bar

request(function) := {
	"recipient": {"function": function, "links": []},
	"persons": {
		"child": {"type": "index_child"},
		"neighbour": {"type": "referrer"},
		"hidden": {"type": "parent", "location_protected": true},
		"hidden_neighbour": {"type": "referrer", "location_protected": true},
	},
	"relations": [{"a": "child", "rel": "lives_with", "b": "neighbour"}],
	"segments": [],
}

of(request, segment) := bar.of(request, segment, bar.open(request.persons, segment))

test_none_where_none_applies if of(request("csc_social_work"), {"category": "identity", "about": "child"}) == "none"

test_by_category if {
	of(request("csc_social_work"), {"category": "adoption_link", "about": "child"}) == "adoption_link"
	of(request("csc_social_work"), {"about": "child"}) == "none"
}

test_by_restriction if of(request("csc_social_work"), {"category": "identity", "about": "child", "restrictions": ["legal_privilege"]}) == "legal_privilege"

test_by_the_person_it_is_about if of(request("csc_social_work"), {"category": "identity", "about": "neighbour"}) == "referrer_identity"

test_not_for_a_duty_team_where_the_table_says_so if of(request("csc_duty"), {"category": "referrer_identity", "about": "neighbour"}) == "none"

test_for_a_duty_team_where_the_table_does_not_say_so if of(request("csc_duty"), {"category": "adoption_link", "about": "child"}) == "adoption_link"

test_only_for_the_functions_that_it_names if {
	of(request("police_crime"), {"category": "counselling_record", "about": "child"}) == "counselling_record"
	of(request("csc_social_work"), {"category": "counselling_record", "about": "child"}) == "none"
}

test_a_place_that_is_kept if of(request("csc_social_work"), {"category": "location", "about": "hidden"}) == "location"

test_of_several_the_first_that_is_not_silent if of(request("csc_social_work"), {"category": "location", "about": "hidden", "restrictions": ["legal_privilege", "court_order"]}) == "court_order"

test_of_several_silent_ones_the_first if of(request("csc_social_work"), {"category": "location", "about": "hidden_neighbour"}) == "location"
