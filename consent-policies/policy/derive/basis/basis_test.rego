package sharing.derive.basis_test

import data.sharing.derive.basis

request(stated) := object.union(
	{
		"now": 1795312345,
		"message": {"purpose": "CP_ENQUIRY"},
		"sender": {"kind": "nhs", "role": "midwife", "under_16LA": true, "public_authority": true},
		"recipient": {"kind": "la_csc", "under_16LA": true},
		"persons": {"p1": {"type": "index_child"}},
		"risk": {"rag": "amber", "assessed_at": 1795312000},
	},
	stated,
)

of(request) := basis.of(request, request)

test_the_first_row_that_fits if {
	of(request({})).basis == ["CA2004_16LA"]
	of(request({"message": {"requested_under": "s47"}})).basis == ["CA1989_47"]
	of(request({"message": {"requested_under": "s16H", "purpose": "MARAC"}})).basis == ["CA2004_16H"]
}

test_as_the_law_stood if {
	of(request({"now": data.tables.commencement.CA2004_16LA - 1})).public_interest == true
	of(request({"now": data.tables.commencement.CA2004_16LA})).basis == ["CA2004_16LA"]
}

test_both_must_be_listed_and_a_child_among_the_persons if {
	not "CA2004_16LA" in of(request({"sender": {"under_16LA": false}})).basis
	not "CA2004_16LA" in of(request({"recipient": {"under_16LA": false}})).basis
	not "CA2004_16LA" in of(request({"persons": {"p1": {"type": "parent"}}})).basis
	"CA2004_16LA" in of(request({"persons": {"p1": {"type": "sibling"}}})).basis
}

test_before_birth if {
	of(request({"persons": {"p1": {"type": "unborn"}}})).basis == ["pre_birth_procedures"]
	of(request({"sender": {"public_authority": false}, "persons": {"p1": {"type": "unborn"}}})).basis == []
}

test_by_the_kind_of_sender_and_recipient if {
	of(request({"message": {"purpose": "OFFENDER_SUPERVISION"}, "recipient": {"kind": "probation"}})).basis == ["OMA2007_14"]
	of(request({"message": {"purpose": "CRIME"}, "recipient": {"kind": "police"}})).basis == ["CDA1998_115"]
	of(request({"message": {"purpose": "EARLY_HELP"}, "sender": {"kind": "la_csc", "under_16LA": false}})).basis == ["CA1989_17"]
	of(request({"message": {"purpose": "EARLY_HELP"}, "sender": {"under_16LA": false}})).basis == []
}

test_a_high_risk_makes_a_public_interest if {
	marac := {"message": {"purpose": "MARAC"}, "sender": {"under_16LA": false}}
	of(request(object.union(marac, {"risk": {"rag": "red"}}))).public_interest == true
	of(request(object.union(marac, {"risk": {"rag": "amber"}}))).public_interest == false
	of(request(object.union(marac, {"risk": {"rag": "red", "assessed_at": 0}}))).public_interest == false
	immediate := {"rag": "amber", "immediate": true, "to": ["p1"], "harm": ["neglect"], "evidence": true}
	of(request(object.union(marac, {"risk": immediate}))).public_interest == true
	of(request(object.union(marac, {"risk": object.remove(immediate, ["evidence"])}))).public_interest == false
	of(request(object.union(marac, {"risk": {"rag": "red", "immediate": true}}))).public_interest == true
	of(request(object.union(marac, {"risk": {"rag": "red", "immediate": true, "assessed_at": 0}}))).public_interest == false
}

test_recognised_legitimate_interest_needs_a_person if {
	row := of(request({"sender": {"under_16LA": false, "public_authority": false}}))
	row.named_decision == true
	row.public_interest == false
	row.basis == []
}

test_none_where_nothing_fits if of(request({"message": {"purpose": "RESEARCH"}})) == basis.none
