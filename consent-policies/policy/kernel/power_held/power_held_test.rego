package sharing.kernel.power_held_test

import data.sharing.kernel.power_held

test_held_with_a_power if power_held.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"need": "need"}) == {"where": "held", "rule": "L5"}

test_says_nothing_without if not power_held.verdict({"basis": [], "public_interest": false}, {"need": "need"})
