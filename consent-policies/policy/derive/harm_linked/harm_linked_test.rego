package sharing.derive.harm_linked_test

import data.sharing.derive.harm_linked

risk := {"harm": ["neglect"], "to": ["child"], "from": ["mother"]}

test_where_the_harm_goes_to_or_comes_from_the_person if {
	harm_linked.of(risk, {"category": "substance_engagement", "about": "child"}) == true
	harm_linked.of(risk, {"category": "substance_engagement", "about": "mother"}) == true
}

test_not_for_anybody_else if harm_linked.of(risk, {"category": "substance_engagement", "about": "aunt"}) == false

test_not_for_another_category if harm_linked.of(risk, {"category": "education", "about": "child"}) == false

test_not_without_a_harm if harm_linked.of({"harm": [], "to": ["child"]}, {"category": "substance_engagement", "about": "child"}) == false
