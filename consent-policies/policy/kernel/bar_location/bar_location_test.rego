package sharing.kernel.bar_location_test

import data.sharing.kernel.bar_location

test_stays_out_where_the_place_is_barred if bar_location.verdict({"bar": "location"}) == {"where": "out", "rule": "B.location"}

test_says_nothing_about_another_bar if not bar_location.verdict({"bar": "court_order"})
