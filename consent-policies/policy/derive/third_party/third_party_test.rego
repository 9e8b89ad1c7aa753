package sharing.derive.third_party_test

import data.sharing.derive.third_party

test_who_is_not_listed if third_party.of({"persons": {}}, {"about": "p9"}) == true

test_not_who_is if third_party.of({"persons": {"p1": {}}}, {"about": "p1"}) == false
