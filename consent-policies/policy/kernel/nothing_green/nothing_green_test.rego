package sharing.kernel.nothing_green_test

import data.sharing.kernel.nothing_green

test_stays_out_at_green if nothing_green.verdict("green") == {"where": "out", "rule": "L0"}

test_says_nothing_above if not nothing_green.verdict("amber")
