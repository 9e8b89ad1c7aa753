package sharing.derive.confidential_test

import data.sharing.derive.confidential

test_not_where_the_table_says_so if confidential.of({"sender": {"kind": "police"}}, {"category": "identity"}) == false

test_else_it_is if {
	confidential.of({"sender": {"kind": "nhs"}}, {"category": "identity"}) == true
	confidential.of({"sender": {"kind": "police"}}, {}) == true
}
