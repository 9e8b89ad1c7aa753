package sharing.kernel.not_confidential_test

import data.sharing.kernel.not_confidential

test_goes_by_the_first_basis if not_confidential.verdict({"basis": ["CA1989_47", "CA1989_17"]}, {"confidential": false}) == {"where": "goes", "rule": "L:CA1989_47"}

test_says_nothing_without_a_basis if not not_confidential.verdict({"basis": []}, {"confidential": false})

test_says_nothing_about_what_is_confidential if not not_confidential.verdict({"basis": ["CA1989_47"]}, {"confidential": true})
