package sharing.kernel.power_green_test

import data.sharing.kernel.power_green

test_stays_out_at_green if power_green.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"consent": "not_asked"}, "green") == {"where": "out", "rule": "C:not_asked"}

test_says_nothing_above_green if not power_green.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"consent": "not_asked"}, "amber")

test_says_nothing_without_power_or_duty if not power_green.verdict({"basis": [], "public_interest": false}, {"consent": "not_asked"}, "green")
