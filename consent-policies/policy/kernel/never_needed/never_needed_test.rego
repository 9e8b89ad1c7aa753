package sharing.kernel.never_needed_test

import data.sharing.kernel.never_needed

test_stays_out_where_it_is_never_needed if never_needed.verdict({"need": "never"}) == {"where": "out", "rule": "N1"}

test_says_nothing_where_it_may_go if not never_needed.verdict({"need": "may"})
