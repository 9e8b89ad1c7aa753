package sharing.kernel.claim_under_watch_test

import data.sharing.kernel.claim_under_watch

test_applies_to_a_watched_sender if claim_under_watch.applies({"risk": "immediate", "sender_on_watch": true})

test_applies_where_nobody_knows_whether_it_is_watched if claim_under_watch.applies({"risk": "immediate"})

test_does_not_apply_to_anybody_else if not claim_under_watch.applies({"risk": "immediate", "sender_on_watch": false})

test_does_not_apply_without_such_a_claim if not claim_under_watch.applies({"risk": "red", "sender_on_watch": true})
