package sharing.derive.need_test

import data.sharing.derive.need

# How the function needs a part, from which what is stated differs.
by(function, stated) := need.of(
	need.row({"message": {"purpose": "TREATMENT_REFERRAL"}, "recipient": {"function": function}}),
	object.union({"category": "identity", "unclassified": false, "harm_linked": false}, stated),
)

test_by_the_row_of_the_matrix if {
	by("treatment", {}) == "need"
	by("treatment", {"category": "substance_clinical"}) == "may"
	by("treatment", {"category": "education"}) == "never"
}

test_unknown_without_a_row if {
	by("school_dsl", {}) == "unknown"
	by("school_dsl", {"category": "mental_health", "harm_linked": true}) == "unknown"
}

test_what_is_linked_to_the_harm_is_needed if {
	by("treatment", {"category": "education", "harm_linked": true}) == "need"
	by("treatment", {"category": "substance_clinical", "harm_linked": true}) == "need"
}

test_what_nobody_classified_is_asked_about_by_another_rule if {
	by("school_dsl", {"category": "unclassified", "unclassified": true}) == "need"
	by("treatment", {"category": "unclassified", "unclassified": true}) == "need"
}
