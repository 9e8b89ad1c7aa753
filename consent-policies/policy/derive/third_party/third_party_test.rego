package sharing.derive.third_party_test

import data.sharing.derive.third_party

test_who_is_not_listed if third_party.persons({"persons": {}, "segments": [{"about": "p9"}]}) == {"p9"}

test_not_who_is if third_party.persons({"persons": {"p1": {}}, "segments": [{"about": "p1"}]}) == set()
