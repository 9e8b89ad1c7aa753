package sharing.kernel.grounds_test

import data.sharing.kernel.grounds

test_a_duty_is_the_first_that_obliges if grounds.duty({"basis": ["CA1989_17", "CA2004_16LA", "CA2004_16H"]}) == "CA2004_16LA"

test_there_is_no_duty_in_a_power if not grounds.duty({"basis": ["CA1989_17"]})

test_power_or_duty_by_public_interest_power_or_duty if {
	grounds.power_or_duty({"basis": [], "public_interest": true}, {"need": "need"})
	grounds.power_or_duty({"basis": ["OMA2007_14"], "public_interest": false}, {"need": "need"})
	grounds.power_or_duty({"basis": ["CA1989_47"], "public_interest": false}, {"need": "may"})
}

test_a_duty_allows_only_what_may_go if {
	every need in ["need", "answered"] {
		not grounds.power_or_duty({"basis": ["CA1989_47"], "public_interest": false}, {"need": need})
	}
}

test_neither_without_any if not grounds.power_or_duty({"basis": ["unheard_of"], "public_interest": false}, {"need": "may"})
