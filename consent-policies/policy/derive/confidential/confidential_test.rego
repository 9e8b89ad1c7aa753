package sharing.derive.confidential_test

import data.sharing.derive.confidential

told_by(kind, segment) := confidential.categories({"sender": {"kind": kind}, "segments": [segment]})

test_not_where_the_table_says_so if told_by("police", {"category": "identity"}) == set()

test_else_it_is if {
	told_by("nhs", {"category": "identity"}) == {"identity"}
	told_by("police", {"category": "education"}) == {"education"}
	told_by("police", {}) == {"unclassified"}
}
