package sharing.kernel.consent_conflict_test

import data.sharing.kernel.consent_conflict

test_held_at_green_even_with_a_duty if consent_conflict.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"consent": "conflict"}, "green") == {"where": "held", "rule": "C:conflict"}

test_held_at_amber_without_a_duty if consent_conflict.verdict({"basis": ["CA1989_17"], "public_interest": false}, {"consent": "conflict"}, "amber").where == "held"

test_says_nothing_at_amber_with_a_duty if not consent_conflict.verdict({"basis": ["CA2004_16LA"], "public_interest": false}, {"consent": "conflict"}, "amber")

test_says_nothing_at_a_high_risk if every level in ["red", "immediate"] { not consent_conflict.verdict({"basis": [], "public_interest": false}, {"consent": "conflict"}, level) }

test_says_nothing_without_a_conflict if not consent_conflict.verdict({"basis": [], "public_interest": false}, {"consent": "refused"}, "green")
