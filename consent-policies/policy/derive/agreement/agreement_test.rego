package sharing.derive.agreement_test

import data.sharing.derive.agreement

agreements := {
	"cgl": {"functions": ["treatment"], "purposes": ["FS_REVIEW"], "from": 100, "until": 200},
	"paused": {"functions": ["treatment"], "purposes": ["FS_REVIEW"], "from": 100, "until": 200, "suspended": true},
	"endless": {"functions": ["treatment"], "purposes": ["FS_REVIEW"], "from": 100},
}

request(stated) := object.union(
	{"now": 150, "message": {"purpose": "FS_REVIEW"}, "recipient": {"agency": "cgl", "function": "treatment"}},
	stated,
)

test_a_party_for_what_the_agreement_names if {
	agreement.party(request({})) == true with data.agreements as agreements
	agreement.party(request({"now": 100})) == true with data.agreements as agreements
}

test_no_party_for_anything_else if {
	every other in [{"recipient": {"function": "school_dsl"}}, {"message": {"purpose": "MARAC"}}, {"recipient": {"agency": "nobody"}}, {"now": 99}] {
		agreement.party(request(other)) == false with data.agreements as agreements
	}
}

test_in_force_until_its_last_second if {
	agreement.state(request({"now": 199})) == "active" with data.agreements as agreements
	agreement.state(request({"now": 200})) == "expired" with data.agreements as agreements
}

test_suspended_by_a_person if {
	agreement.state(request({"recipient": {"agency": "paused"}})) == "suspended" with data.agreements as agreements
}

test_expired_where_nobody_says_until_when if {
	agreement.state(request({"recipient": {"agency": "endless"}})) == "expired" with data.agreements as agreements
}

test_none_where_there_is_none if {
	agreement.state(request({"recipient": {"agency": "nobody"}})) == "none" with data.agreements as agreements
}
