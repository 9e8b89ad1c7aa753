package system.authz_test

import data.system.authz

test_decisions_and_the_revision_are_answered if {
	authz.allow with input as {"method": "POST", "path": ["v1", "data", "sharing", "answer"]}
	authz.allow with input as {"method": "POST", "path": ["v1", "data", "sharing", "answers"]}
	authz.allow with input as {"method": "POST", "path": ["v1", "data", "revisions", "kernel"]}
}

test_whether_it_is_well_is_answered if authz.allow with input as {"method": "GET", "path": ["health"]}

test_nothing_else_is if {
	every asked in [
		{"method": "POST", "path": ["v1", "query"]},
		{"method": "POST", "path": ["v1", "data", "sharing", "decision", "of"]},
		{"method": "POST", "path": ["v1", "data"]},
		{"method": "POST", "path": [""]},
		{"method": "GET", "path": ["v1", "data", "tables"]},
		{"method": "GET", "path": ["v1", "policies"]},
		{"method": "PUT", "path": ["v1", "policies", "mine"]},
		{"method": "PUT", "path": ["health"]},
		{"method": "PATCH", "path": ["v1", "data", "sharing", "answers"]},
	] {
		not authz.allow with input as asked
	}
}
