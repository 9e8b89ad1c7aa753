package sharing.kernel.order_minimum_test

import data.sharing.kernel.order_minimum

test_goes_where_the_order_names_it if order_minimum.verdict({"order_minimum": true}) == {"where": "goes", "rule": "T2"}

test_says_nothing_else if not order_minimum.verdict({"order_minimum": false})
