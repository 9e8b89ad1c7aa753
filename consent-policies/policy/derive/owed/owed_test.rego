package sharing.derive.owed_test

import data.sharing.derive.owed

test_with_the_time_that_the_code_names if owed.of("immediate", "O1(15m)") == {"code": "O1", "owner": "recipient_duty_team", "due": "15m", "before_sending": false, "silent": false, "repeats": false}

test_with_the_time_of_the_table if {
	owed.of("amber", "O5").due == "2wd"
	owed.of("amber", "O8s") == {"code": "O8s", "owner": "gateway", "due": "with_message", "before_sending": false, "silent": true, "repeats": false}
	owed.of("amber", "O4").repeats == true
}

test_before_sending_unless_the_risk_is_immediate if {
	owed.of("red", "O6").before_sending == true
	owed.of("red", "O6").due == "before_sending"
	every risk in ["immediate", "immediate_unsupported"] {
		owed.of(risk, "O6").before_sending == false
		owed.of(risk, "O6").due == "1h"
	}
	owed.of("immediate", "O11").before_sending == true
}

test_by_the_risk if {
	owed.of("immediate", "O19").due == "15m"
	owed.of("red", "O19").due == "1h"
	owed.of("red_stale", "O19").due == "1h"
	owed.of("green", "O19").due == "1wd"
	owed.of("immediate", "O23").due == "1h"
	owed.of("amber", "O23").due == "1wd"
}
