package sharing.kernel.refused_and_not_needed_test

import data.sharing.kernel.refused_and_not_needed

test_stays_out_where_refused_and_only_may_go if refused_and_not_needed.verdict({"need": "may", "consent": "withdrawn"}, "amber") == {"where": "out", "rule": "C:withdrawn"}

test_says_nothing_at_a_high_risk if every level in ["red", "immediate"] { not refused_and_not_needed.verdict({"need": "may", "consent": "refused"}, level) }

test_says_nothing_about_what_is_needed if not refused_and_not_needed.verdict({"need": "need", "consent": "refused"}, "amber")

test_says_nothing_without_a_refusal if not refused_and_not_needed.verdict({"need": "may", "consent": "not_asked"}, "amber")
