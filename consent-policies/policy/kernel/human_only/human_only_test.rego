package sharing.kernel.human_only_test

import data.sharing.kernel.human_only

test_held_where_it_is_so if human_only.verdict({"human_only": true}) == {"where": "held", "rule": "HR"}

test_held_where_nobody_knows if human_only.verdict({}).rule == "HR"

test_says_nothing_where_it_is_not_so if not human_only.verdict({"human_only": false})
