package sharing.kernel.recipient_not_verified_test

import data.sharing.kernel.recipient_not_verified

test_held_where_it_is_not_so if recipient_not_verified.verdict({"recipient_verified": false}) == {"where": "held", "rule": "R1"}

test_held_where_nobody_knows if recipient_not_verified.verdict({}).rule == "R1"

test_says_nothing_where_it_is_so if not recipient_not_verified.verdict({"recipient_verified": true})
