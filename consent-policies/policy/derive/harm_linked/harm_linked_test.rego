package sharing.derive.harm_linked_test

import data.sharing.derive.harm_linked

test_what_the_harm_map_names if {
	"substance_engagement" in harm_linked.categories({"harm": ["neglect"]})
	not "education" in harm_linked.categories({"harm": ["neglect"]})
}

test_of_several_harms_what_each_names if {
	both := harm_linked.categories({"harm": ["neglect", "violence"]})
	both == harm_linked.categories({"harm": ["neglect"]}) | harm_linked.categories({"harm": ["violence"]})
}

test_nothing_without_a_harm if harm_linked.categories({"harm": []}) == set()

test_of_whom_the_harm_goes_to_or_comes_from if {
	harm_linked.persons({"to": ["child"], "from": ["mother"]}) == {"child", "mother"}
	harm_linked.persons({"to": ["child"]}) == {"child"}
	harm_linked.persons({}) == set()
}
