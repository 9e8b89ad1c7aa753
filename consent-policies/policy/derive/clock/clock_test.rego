package sharing.derive.clock_test

import data.sharing.derive.clock

request(stated) := object.union({"now": 100, "recipient": {"agency": "cgl"}, "risk": {}, "consents": [], "releases": []}, stated)

until(request) := clock.valid_until(request, request)

test_for_ever_where_no_clock_is_left if {
	until(request({"now": 5000000000})) == clock.forever with data.agreements as {}
}

test_until_the_next_moment_of_any_clock if {
	until(request({"consents": [{"at": 10, "expires": 150}, {"at": 140}]})) == 140 with data.agreements as {}
	until(request({"consents": [{"at": 10, "expires": 130}]})) == 130 with data.agreements as {}
	until(request({"releases": [{"at": 120}]})) == 120 with data.agreements as {}
	until(request({})) == 110 with data.agreements as {"cgl": {"from": 10, "until": 110}}
	until(request({})) == 105 with data.agreements as {"cgl": {"from": 105, "until": 110}}
}

test_a_rating_counts_through_its_last_second if {
	day := 86400
	until(request({"risk": {"assessed_at": 50}})) == (50 + day) + 1 with data.agreements as {}
	until(request({"now": (50 + day) + 1, "risk": {"assessed_at": 50}})) == (50 + (28 * day)) + 1 with data.agreements as {}
	until(request({"risk": {"assessed_at": 101}})) == 101 with data.agreements as {}
}

test_the_law_itself_is_a_clock if {
	law := data.tables.commencement
	until(request({"now": law.CA2004_16LA - 5})) == law.CA2004_16LA with data.agreements as {}
}
