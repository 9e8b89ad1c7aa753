package sharing.kernel.purpose_incompatible_test

import data.sharing.kernel.purpose_incompatible

test_out_where_it_is_not_so if purpose_incompatible.verdict({"purpose_compatible": false}) == {"where": "out", "rule": "N2"}

test_out_where_nobody_knows if purpose_incompatible.verdict({}).rule == "N2"

test_says_nothing_where_it_is_so if not purpose_incompatible.verdict({"purpose_compatible": true})
