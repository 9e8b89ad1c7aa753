package sharing.derive.whereabouts_test

import data.sharing.derive.whereabouts

supervised := {
	"recipient": {"function": "probation_supervision", "links": [{"person": "father", "link": "supervises"}]},
	"persons": {"mother": {}, "child": {}, "father": {}, "aunt": {}},
	"relations": [{"a": "father", "rel": "alleged_abuser_of", "b": "mother"}],
	"segments": [],
}

home := {"category": "location", "about": "child"}

calm(person) := {
	"recipient": {"function": "csc_duty", "links": []},
	"persons": {"child": person},
	"relations": [],
	"segments": [home],
}

unknown(function) := {
	"recipient": {"function": function},
	"persons": {"mother": {}},
	"relations": supervised.relations,
	"segments": [],
}

test_a_place_by_its_category_or_by_what_it_says if {
	whereabouts.barred(supervised, {"category": "location", "about": "mother"})
	whereabouts.barred(supervised, {"category": "household", "places": true, "about": "mother"})
	not whereabouts.barred(supervised, {"category": "household", "places": false, "about": "mother"})
}

test_an_abusers_own_place_is_no_secret if not whereabouts.barred(supervised, {"category": "location", "about": "father"})

test_where_two_are_alleged_to_abuse_each_other_neither_gives_the_others_place_away if {
	both := object.union(calm({}), {
		"persons": {"mother": {"location_protected": true}},
		"relations": [
			{"a": "child", "rel": "lives_with", "b": "mother"},
			{"a": "child", "rel": "alleged_abuser_of", "b": "mother"},
			{"a": "mother", "rel": "alleged_abuser_of", "b": "child"},
		],
	})
	whereabouts.barred(both, home)
	whereabouts.barred(object.union(both, {"relations": [relation | some relation in both.relations; relation.rel == "alleged_abuser_of"]}), home)
}

test_a_childs_place_gives_the_mothers_away if {
	whereabouts.barred(supervised, {"category": "location", "about": "child"})
	at_home := object.union(supervised, {"relations": array.concat(supervised.relations, [{"a": "child", "rel": "lives_with", "b": "mother"}])})
	whereabouts.barred(at_home, {"category": "location", "about": "child"})
}

test_where_homes_are_told_a_stranger_to_them_shares_nothing if {
	elsewhere := object.union(supervised, {"relations": array.concat(supervised.relations, [{"a": "child", "rel": "lives_with", "b": "mother"}])})
	not whereabouts.barred(elsewhere, {"category": "location", "about": "aunt"})
}

test_a_parent_shares_the_place_of_a_child if {
	related := object.union(supervised, {"relations": array.concat(supervised.relations, [{"a": "mother", "rel": "parent_of", "b": "child"}, {"a": "aunt", "rel": "lives_with", "b": "uncle"}])})
	whereabouts.barred(related, {"category": "location", "about": "child"})
	grown := object.union(supervised, {"relations": array.concat(supervised.relations, [{"a": "child", "rel": "parent_of", "b": "mother"}, {"a": "aunt", "rel": "lives_with", "b": "uncle"}])})
	whereabouts.barred(grown, {"category": "location", "about": "child"})
}

test_protected_by_flag_or_by_the_health_record if {
	whereabouts.barred(calm({"location_protected": true}), home)
	whereabouts.barred(calm({"pds": "R"}), home)
	not whereabouts.barred(calm({"pds": "U"}), home)
	not whereabouts.barred(calm({"location_protected": false}), home)
}

test_a_safe_function_may_know if {
	not whereabouts.barred(calm({"location_protected": true, "safe_functions": ["csc_duty"]}), home)
	whereabouts.barred(calm({"location_protected": true, "safe_functions": ["da_support"]}), home)
}

test_a_safe_function_opens_no_other_limb if {
	safe := object.union(supervised, {"persons": {"mother": {"location_protected": true, "safe_functions": ["probation_supervision"]}}})
	whereabouts.barred(safe, {"category": "location", "about": "mother"})
}

test_linked_to_someone_around_the_abuser if {
	near := object.union(supervised, {
		"recipient": {"function": "school_dsl", "links": [{"person": "brother", "link": "employs"}]},
		"relations": array.concat(supervised.relations, [{"a": "brother", "rel": "relative_of", "b": "father"}]),
	})
	whereabouts.barred(near, {"category": "location", "about": "mother"})
}

test_linked_to_nobody_near if {
	far := object.union(supervised, {"recipient": {"function": "school_dsl", "links": [{"person": "child", "link": "supports"}]}})
	not whereabouts.barred(far, {"category": "location", "about": "mother"})
}

test_a_link_that_does_not_bar if {
	strange := object.union(supervised, {"recipient": {"function": "school_dsl", "links": [{"person": "father", "link": "unheard_of"}]}})
	not whereabouts.barred(strange, {"category": "location", "about": "mother"})
}

test_unknown_links_of_who_works_with_adults if {
	whereabouts.barred(unknown("treatment"), {"category": "location", "about": "mother"})
	whereabouts.barred(unknown("unheard_of"), {"category": "location", "about": "mother"})
	not whereabouts.barred(unknown("csc_duty"), {"category": "location", "about": "mother"})
}

some_known(function) := object.union(unknown(function), {"recipient": {"links": [{"person": "mother", "link": "treats"}], "more_links_unknown": true}})

test_of_some_links_nobody_knows if {
	whereabouts.barred(some_known("treatment"), {"category": "location", "about": "mother"})
	not whereabouts.barred(some_known("csc_duty"), {"category": "location", "about": "mother"})
}

test_a_known_link_bars_whatever_else_nobody_knows if {
	employs := object.union(supervised, {"recipient": {"function": "school_dsl", "links": [{"person": "father", "link": "employs"}], "more_links_unknown": true}})
	whereabouts.barred(employs, {"category": "location", "about": "mother"})
}

test_links_that_are_known_to_be_none if not whereabouts.barred(object.union(unknown("treatment"), {"recipient": {"links": []}}), {"category": "location", "about": "mother"})

test_unknown_links_where_no_abuser_is_known if not whereabouts.barred(object.union(unknown("treatment"), {"relations": []}), {"category": "location", "about": "mother"})
