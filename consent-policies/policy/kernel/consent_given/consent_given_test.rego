package sharing.kernel.consent_given_test

import data.sharing.kernel.consent_given

test_goes_with_consent if consent_given.verdict({"consent": "given"}) == {"where": "goes", "rule": "C1"}

test_says_nothing_else if not consent_given.verdict({"consent": "not_asked"})
