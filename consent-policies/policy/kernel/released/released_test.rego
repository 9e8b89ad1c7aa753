package sharing.kernel.released_test

import data.sharing.kernel.released

given := {"recipient_verified": true, "purpose_compatible": true, "recipient_is_party": true, "recipient_in_area": true, "agreement": "active"}

astray := object.union(given, {"recipient_is_party": false, "recipient_in_area": false, "agreement": "none"})

foreign := object.union(given, {"recipient_in_area": false, "agreement": "expired"})

held := {"where": "held", "rule": "L5"}

test_heard_for_the_row_that_holds_the_part if released.heard(given, {"need": "may", "release": [{"by": "person", "rule": "L5"}]}, {"where": "held", "rule": "L5"})

test_heard_bare_for_whatever_row_holds_it if released.heard(given, {"need": "need", "release": "person"}, {"where": "held", "rule": "U1"})

test_heard_for_a_part_whose_need_is_unknown if released.heard(given, {"need": "unknown", "release": "person"}, {"where": "held", "rule": "N0"})

test_not_heard_for_another_row if not released.heard(given, {"need": "need", "release": [{"by": "person", "rule": "S3"}]}, {"where": "held", "rule": "L5"})

test_not_heard_without_verification if not released.heard(given, {"need": "need", "release": "person"}, {"where": "held", "rule": "R1"})

test_not_heard_for_an_unverified_recipient if not released.heard(object.union(given, {"recipient_verified": false}), {"need": "need", "release": "person"}, {"where": "held", "rule": "L5"})

test_not_heard_for_an_incompatible_purpose if not released.heard(object.union(given, {"purpose_compatible": false}), {"need": "need", "release": "person"}, {"where": "held", "rule": "L5"})

test_not_heard_for_what_is_never_needed if not released.heard(given, {"need": "never", "release": "two_persons"}, {"where": "out", "rule": "B.location"})

test_not_heard_for_what_is_out if not released.heard(given, {"need": "need", "release": "two_persons"}, {"where": "out", "rule": "T1"})

test_a_place_needs_two_persons if {
	released.heard(given, {"need": "need", "release": "two_persons"}, {"where": "out", "rule": "B.location"})
	not released.heard(given, {"need": "need", "release": "person"}, {"where": "out", "rule": "B.location"})
}

test_looks_at_the_part_without_the_row if {
	released.without({"id": "s"}, {"rule": "U1"}) == {"id": "s", "unclassified": false}
	released.without({"id": "s"}, {"rule": "HR"}) == {"id": "s", "human_only": false}
	released.without({"id": "s"}, {"rule": "N0"}) == {"id": "s", "need": "answered"}
	released.without({"id": "s"}, {"rule": "B.location"}) == {"id": "s", "bar": "none"}
	released.without({"id": "s"}, {"rule": "L5"}) == {"id": "s"}
}

test_looks_at_the_recipient_in_good_standing if released.in_good_standing({}) == {"recipient_is_party": true, "recipient_in_area": true, "agreement": "active"}

test_stays_out_where_it_would_be_out_without_the_row if released.verdict(given, {"release": "person"}, {"where": "held", "rule": "HR"}, {"where": "out", "rule": "T1"}).rule == "T1"

test_goes_by_the_name_of_the_row if released.verdict(given, {"release": "person"}, {"where": "held", "rule": "L5"}, held) == {"where": "goes", "rule": "H:L5"}

test_held_where_the_recipient_is_no_party if released.verdict(astray, {"release": "person"}, {"where": "held", "rule": "U1"}, held) == {"where": "held", "rule": "S3"}

test_a_place_stays_out_where_the_recipient_is_no_party if released.verdict(astray, {"release": "two_persons"}, {"where": "out", "rule": "B.location"}, held).rule == "B.location"

test_goes_where_that_was_released_too if released.verdict(astray, {"release": [{"by": "person", "rule": "S3"}]}, {"where": "held", "rule": "U1"}, held) == {"where": "goes", "rule": "H:U1+S3+S4"}

test_does_not_note_the_row_itself if {
	released.verdict(astray, {"release": "person"}, {"where": "held", "rule": "S3"}, held).rule == "H:S3+S4"
	released.verdict(foreign, {"release": "person"}, {"where": "held", "rule": "S4"}, held).rule == "H:S4+S2"
	released.verdict(foreign, {"release": "person"}, {"where": "held", "rule": "S2"}, held).rule == "H:S2+S4"
}
