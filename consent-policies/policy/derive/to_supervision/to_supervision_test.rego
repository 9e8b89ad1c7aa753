package sharing.derive.to_supervision_test

import data.sharing.derive.to_supervision

test_treatment_content_to_probation if to_supervision.of({"recipient": {"kind": "probation"}}, {"category": "mental_health"}) == true

test_nothing_else_to_probation if {
	to_supervision.of({"recipient": {"kind": "probation"}}, {"category": "identity"}) == false
	to_supervision.of({"recipient": {"kind": "probation"}}, {}) == false
}

test_not_to_anybody_else if to_supervision.of({"recipient": {"kind": "nhs"}}, {"category": "mental_health"}) == false
