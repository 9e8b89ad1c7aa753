package sharing.kernel.bar_test

import data.sharing.kernel.bar

test_stays_out_by_the_name_of_the_bar if bar.verdict({"bar": "court_order"}) == {"where": "out", "rule": "B.court_order"}

test_stays_out_where_nobody_worked_it_out if bar.verdict({}) == {"where": "out", "rule": "B.unknown"}

test_says_nothing_where_there_is_no_bar if not bar.verdict({"bar": "none"})
