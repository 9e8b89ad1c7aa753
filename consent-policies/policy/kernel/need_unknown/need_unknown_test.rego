package sharing.kernel.need_unknown_test

import data.sharing.kernel.need_unknown

test_held_without_a_row_of_the_matrix if need_unknown.verdict({"need": "unknown"}) == {"where": "held", "rule": "N0"}

test_held_where_nobody_asked_the_matrix if need_unknown.verdict({}).rule == "N0"

test_says_nothing_about_what_is_known if every need in ["need", "may", "answered"] { not need_unknown.verdict({"need": need}) }
