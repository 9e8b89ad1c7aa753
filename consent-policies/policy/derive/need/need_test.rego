package sharing.derive.need_test

import data.sharing.derive.need

request(function, harm) := {"message": {"purpose": "TREATMENT_REFERRAL"}, "recipient": {"function": function}, "risk": {"harm": harm, "to": ["mother"]}}

test_by_the_row_of_the_matrix if {
	need.of(request("treatment", []), {"category": "identity", "about": "mother"}) == "need"
	need.of(request("treatment", []), {"category": "substance_clinical", "about": "mother"}) == "may"
	need.of(request("treatment", []), {"category": "education", "about": "mother"}) == "never"
}

test_unknown_without_a_row if {
	need.of(request("school_dsl", []), {"category": "identity", "about": "mother"}) == "unknown"
	need.of(request("school_dsl", ["suicide"]), {"category": "mental_health", "about": "mother"}) == "unknown"
}

test_what_is_linked_to_the_harm_is_needed if {
	need.of(request("treatment", ["suicide"]), {"category": "mental_health", "about": "mother"}) == "need"
	need.of(request("treatment", ["unborn_substance"]), {"category": "substance_clinical", "about": "mother"}) == "need"
}

test_what_nobody_classified_is_asked_about_by_another_rule if need.of(request("school_dsl", []), {"about": "mother"}) == "need"
