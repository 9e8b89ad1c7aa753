package sharing.derive.lawful_basis_test

import data.sharing.derive.basis
import data.sharing.derive.lawful_basis

row := {"art6": "6(1)(c)", "art9": "9(2)(g)", "sch1": "p6, or p18 with its limb", "gateway": "statute"}

message := {"consents": [], "persons": {"p2": {"type": "parent"}}}

of(told, rule) := lawful_basis.of(row, message, {"informing_is_unsafe": false}, told, rule)

# The paragraph in the record of a part about p2's mental health.
recorded(paragraph, people, given, consent) := lawful_basis.of(
	object.union(row, {"sch1": paragraph}),
	people,
	object.union({"informing_is_unsafe": false, "risk": "amber"}, given),
	{"category": "mental_health", "about": "p2", "consent": consent},
	"L:CA2004_16LA",
).sch1

either(given, consent) := recorded("p6, or p18 with its limb", message, given, consent)

alone(given, consent) := recorded("p18", message, given, consent)

adult := {"consents": [], "persons": {"p1": {"type": "adult_at_risk"}}}

of_an_adult(type, given, consent) := recorded("p18 if all three limbs, else p6", {"consents": [], "persons": {"p1": {"type": type}}}, given, consent)

after(said, consent) := recorded("p18", object.union(message, {"consents": [said]}), {"risk": "red"}, consent)

unsafe := {"informing_is_unsafe": true}

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

test_conditions_for_offences_only if {
	told := of({"category": "offence", "consent": "not_asked"}, "L:CA2004_16LA")
	told.art10 == data.tables.art10.condition
	told.sch1 == null
}

test_asking_that_would_be_unsafe_would_prejudice_the_protection if {
	every wording in {"p18", "p6, or p18 with its limb"} {
		every consent in {"not_asked_unsafe", "coerced"} {
			recorded(wording, message, {}, consent) == "p18, would_prejudice"
		}
		every consent in {"not_asked", "expired", "scope_mismatch", "no_authority"} {
			recorded(wording, message, unsafe, consent) == "p18, would_prejudice"
		}
	}
}

test_where_nobody_may_agree_consent_cannot_be_given if {
	alone({}, "no_authority") == "p18, cannot_be_given"
	either({}, "no_authority") == "p18, cannot_be_given"
}

test_at_a_high_risk_it_was_not_reasonable_to_obtain if {
	every risk in {"red", "immediate"} {
		every consent in {"not_asked", "expired", "scope_mismatch"} {
			alone({"risk": risk}, consent) == "p18, not_reasonable_to_obtain"
		}
	}
}

test_at_a_lower_risk_somebody_could_have_asked if alone({"risk": "amber"}, "not_asked") == "p6"

test_where_paragraph_6_stands_first_not_having_asked_keeps_it if {
	either({"risk": "red"}, "not_asked") == "p6"
	recorded("p6, or p18 with its limb", adult, {"risk": "red"}, "not_asked") == "p6"
}

test_one_who_agreed_or_said_no_leaves_no_limb if {
	every consent in {"given", "refused", "refused_competent", "withdrawn", "conflict"} {
		alone({"risk": "red"}, consent) == "p6"
		either(unsafe, consent) == "p6"
	}
}

test_whatever_the_person_refused_before_paragraph_6_is_preferred if {
	after({"subject": "p2", "state": "refused"}, "not_asked_unsafe") == "p6"
	after({"subject": "p2", "state": "withdrawn"}, "not_asked") == "p6"
	after({"subject": "p2", "state": "given"}, "scope_mismatch") == "p18, not_reasonable_to_obtain"
	after({"subject": "p3", "state": "refused"}, "not_asked") == "p18, not_reasonable_to_obtain"
}

test_an_adult_must_be_one_at_risk if {
	of_an_adult("adult_at_risk", {}, "not_asked_unsafe") == "p18, would_prejudice"
	of_an_adult("adult_at_risk", {}, "no_authority") == "p18, cannot_be_given"
	of_an_adult("adult_at_risk", {"risk": "red"}, "not_asked") == "p18, not_reasonable_to_obtain"
	of_an_adult("adult_at_risk", {}, "not_asked") == "p6"
	of_an_adult("parent", {}, "not_asked_unsafe") == "p6"
}

test_another_paragraph_has_no_limb if {
	every paragraph in {"p6", "p10"} { recorded(paragraph, message, unsafe, "coerced") == paragraph }
}

test_nothing_where_there_is_no_row if {
	nothing := {"art6": null, "art9": null, "sch1": null, "art10": null, "gateway": null}
	lawful_basis.of(basis.none, message, {}, {"category": "identity"}, "L5") == nothing
	lawful_basis.of(basis.none, message, {}, {"category": "mental_health"}, "L5") == nothing
}

# No row of the table leaves it open on which paragraph a part goes.
test_every_row_says_one_paragraph_and_its_limb if {
	every one in data.tables.bases {
		every consent in {"given", "refused", "not_asked", "not_asked_unsafe", "no_authority"} {
			recorded(one.sch1, message, {"risk": "red"}, consent) in {"p6", "p10", "p18, would_prejudice", "p18, cannot_be_given", "p18, not_reasonable_to_obtain"}
		}
	}
}
