package sharing.derive.lawful_basis_test

import data.sharing.derive.lawful_basis

row := {"art6": "6(1)(c)", "art9": "9(2)(g)", "sch1": "p6, or p18 with its limb", "gateway": "statute"}

of(told, rule) := lawful_basis.of(row, {"informing_is_unsafe": false}, told, rule)

sch1(told, unsafe) := lawful_basis.of(row, {"informing_is_unsafe": unsafe}, object.union({"category": "mental_health"}, told), "L:CA2004_16LA").sch1

test_of_the_row_of_the_message if of({"category": "identity"}, "L:CA2004_16LA") == {"art6": "6(1)(c)", "art9": null, "sch1": null, "art10": null, "gateway": "statute"}

test_of_the_rule_where_it_has_one if {
	of({"category": "identity"}, "C1+S4").gateway == "consent"
	of({"category": "identity"}, "override:X1").gateway == "public interest"
	of({"category": "identity"}, "H:C:refused+S3").gateway == "the named person's decision"
	of({"category": "identity"}, "override:X2+X4").gateway == "statute"
}

test_conditions_for_special_categories_only if {
	of({"category": "mental_health", "consent": "not_asked"}, "L:CA2004_16LA").art9 == "9(2)(g)"
	of({"category": "mental_health", "consent": "not_asked"}, "C1").sch1 == "p2"
}

test_conditions_for_offences_only if of({"category": "offence"}, "L:CA2004_16LA").art10 == data.tables.art10.condition

test_paragraph_18_only_with_its_limb if {
	sch1({"consent": "not_asked"}, false) == "p6"
	sch1({"consent": "not_asked_unsafe"}, false) == "p18, would_prejudice"
	sch1({"consent": "coerced"}, false) == "p18, would_prejudice"
	sch1({"consent": "not_asked"}, true) == "p18, would_prejudice"
	sch1({"consent": "refused"}, true) == "p6"
}

test_another_paragraph_has_no_limb if lawful_basis.of(object.union(row, {"sch1": "p10"}), {"informing_is_unsafe": true}, {"category": "mental_health", "consent": "coerced"}, "L:CDA1998_115").sch1 == "p10"

test_nothing_where_there_is_no_row if lawful_basis.of({}, {}, {"category": "identity"}, "L5") == {"art6": null, "art9": null, "sch1": null, "art10": null, "gateway": null}
