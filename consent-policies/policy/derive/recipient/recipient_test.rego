package sharing.derive.recipient_test

import data.sharing.derive.recipient

test_verified_only_where_it_is_said if {
	recipient.verified({"recipient": {"verified": true}}) == true
	recipient.verified({"recipient": {"verified": false}}) == false
	recipient.verified({"recipient": {}}) == false
}

test_a_duty_team_by_the_table if {
	recipient.duty_team({"recipient": {"function": "edt"}}) == true
	recipient.duty_team({"recipient": {"function": "csc_social_work"}}) == false
	recipient.duty_team({"recipient": {"function": "unheard_of"}}) == false
}

test_in_area_with_one_in_common if {
	recipient.in_area({"recipient": {"areas": ["west", "east"]}, "child_areas": ["east"]}) == true
	recipient.in_area({"recipient": {"areas": ["west"]}, "child_areas": ["east"]}) == false
}

test_in_area_where_nobody_named_one if {
	recipient.in_area({"recipient": {"areas": []}, "child_areas": ["east"]}) == true
	recipient.in_area({"recipient": {"areas": ["west"]}, "child_areas": []}) == true
	recipient.in_area({"recipient": {}, "child_areas": ["east"]}) == true
	recipient.in_area({"recipient": {"areas": ["west"]}}) == true
}

test_under_watch if {
	recipient.sender_on_watch({"sender": {}}) == false
	recipient.sender_on_watch({"sender": {"override_state": "normal"}}) == false
	recipient.sender_on_watch({"sender": {"override_state": "watch"}}) == true
	recipient.sender_on_watch({"sender": {"override_state": "phone_first"}}) == true
}
