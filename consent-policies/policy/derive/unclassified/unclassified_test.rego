package sharing.derive.unclassified_test

import data.sharing.derive.unclassified

test_without_a_category if {
	unclassified.of({}) == true
	unclassified.of({"category": "unclassified"}) == true
}

test_not_with_one if unclassified.of({"category": "identity"}) == false
