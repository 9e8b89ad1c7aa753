package sharing.derive.family_test

import data.sharing.derive.family

told := [
	{"a": "father", "rel": "alleged_abuser_of", "b": "mother"},
	{"a": "mother", "rel": "parent_of", "b": "child"},
	{"a": "mother", "rel": "pr_for", "b": "ward"},
	{"a": "child", "rel": "lives_with", "b": "mother"},
	{"a": "mother", "rel": "lives_with", "b": "lodger"},
	{"a": "brother", "rel": "relative_of", "b": "father"},
	{"a": "father", "rel": "associate_of", "b": "friend"},
	{"a": "mother", "rel": "partner_of", "b": "father"},
	{"a": "child", "rel": "relative_of", "b": "father"},
	{"a": "colleague", "rel": "associate_of", "b": "stranger"},
	{"a": "grandmother", "rel": "parent_of", "b": "father"},
]

test_whom_somebody_abuses_and_who_abuses_them if {
	family.victims(told, "father") == {"mother"}
	family.victims(told, "mother") == set()
	family.abusers(told, "mother") == {"father"}
	family.abusers(told, "father") == set()
}

test_children_and_parents_by_birth_or_by_responsibility if {
	family.children(told, "mother") == {"child", "ward"}
	family.children(told, "child") == set()
	family.parents(told, "child") == {"mother"}
	family.parents(told, "mother") == set()
	family.parents(told, "lodger") == set()
}

test_a_home_is_everyone_who_lives_with_one_of_it if {
	family.household(told, "child") == {"child", "mother", "lodger"}
	family.household(told, "lodger") == {"child", "mother", "lodger"}
	family.household(told, "father") == {"father"}
}

test_whether_anybody_says_who_lives_with_whom if {
	not family.nobody_says_where(told)
	family.nobody_says_where([{"a": "x", "rel": "parent_of", "b": "y"}])
	family.nobody_says_where([])
}

test_around_an_abuser_are_those_near_him_but_not_his_victim_nor_her_children if family.around(told, "father") == {"brother", "friend"}

test_who_is_abused_back_is_still_kept_from_no_service_of_their_own if family.around(array.concat(told, [{"a": "mother", "rel": "alleged_abuser_of", "b": "father"}]), "father") == {"brother", "friend"}

test_an_abuser_at_home if {
	not family.abuser_at_home(told)
	family.abuser_at_home(array.concat(told, [{"a": "father", "rel": "lives_with", "b": "lodger"}]))
}
