package sharing.derive.order_minimum_test

import data.sharing.derive.order_minimum

test_what_the_order_names if order_minimum.of({"recipient": {"kind": "probation"}}, {"category": "substance_engagement", "order": "drug_rehabilitation"}) == true

test_not_what_it_does_not_name if {
	order_minimum.of({"recipient": {"kind": "probation"}}, {"category": "substance_content", "order": "drug_rehabilitation"}) == false
	order_minimum.of({"recipient": {"kind": "probation"}}, {"category": "substance_engagement"}) == false
}

test_not_to_who_does_not_supervise if order_minimum.of({"recipient": {"kind": "nhs"}}, {"category": "substance_engagement", "order": "drug_rehabilitation"}) == false
