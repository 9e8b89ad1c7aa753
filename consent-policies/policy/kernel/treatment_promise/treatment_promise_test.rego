package sharing.kernel.treatment_promise_test

import data.sharing.kernel.treatment_promise

test_stays_out_of_supervision if treatment_promise.verdict({"to_supervision": true}) == {"where": "out", "rule": "T1"}

test_stays_out_where_nobody_knows if treatment_promise.verdict({}).rule == "T1"

test_says_nothing_about_the_rest if not treatment_promise.verdict({"to_supervision": false})
