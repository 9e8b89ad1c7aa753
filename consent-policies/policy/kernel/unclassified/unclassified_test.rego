package sharing.kernel.unclassified_test

import data.sharing.kernel.unclassified

test_held_where_it_is_so if unclassified.verdict({"unclassified": true}) == {"where": "held", "rule": "U1"}

test_held_where_nobody_knows if unclassified.verdict({}).rule == "U1"

test_says_nothing_where_it_is_not_so if not unclassified.verdict({"unclassified": false})
