package sharing.kernel.third_party_test

import data.sharing.kernel.third_party

test_stays_out_about_a_third_party if third_party.verdict({"third_party": true, "harm_linked": false}, "red") == {"where": "out", "rule": "Q1"}

test_stays_out_where_nobody_knows if third_party.verdict({}, "red").rule == "Q1"

test_stays_out_where_the_risk_is_not_high if third_party.verdict({"third_party": true, "harm_linked": true}, "amber").rule == "Q1"

test_says_nothing_about_a_person_of_the_case if not third_party.verdict({"third_party": false}, "green")

test_says_nothing_about_who_is_part_of_a_serious_harm if every level in ["red", "immediate"] { not third_party.verdict({"third_party": true, "harm_linked": true}, level) }
