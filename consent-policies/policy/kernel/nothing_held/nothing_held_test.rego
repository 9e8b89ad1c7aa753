package sharing.kernel.nothing_held_test

import data.sharing.kernel.nothing_held

test_held_last_of_all if nothing_held.verdict == {"where": "held", "rule": "L9"}
