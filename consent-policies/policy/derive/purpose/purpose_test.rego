package sharing.derive.purpose_test

import data.sharing.derive.purpose

test_an_answer_travels_as_the_purpose_of_an_answer if purpose.settled({"message": {"kind": "referral_answer", "purpose": "TREATMENT_REFERRAL"}}).message == {"kind": "referral_answer", "purpose": "FS_REVIEW"}

test_an_answer_of_another_purpose_stays_as_it_is if purpose.settled({"message": {"kind": "referral_answer", "purpose": "MARAC"}}).message.purpose == "MARAC"

test_a_referral_stays_as_it_is if purpose.settled({"message": {"kind": "referral", "purpose": "TREATMENT_REFERRAL"}}).message.purpose == "TREATMENT_REFERRAL"

test_an_absent_list_is_an_empty_one if {
	settled := purpose.settled({"message": {"kind": "referral", "purpose": "MARAC"}})
	settled.relations == []
	settled.consents == []
	settled.releases == []
	settled.child_areas == []
	settled.set_by_person == []
	settled.informed.unsafe == false
}

test_what_is_there_is_kept if purpose.settled({"message": {"kind": "referral", "purpose": "MARAC"}, "child_areas": ["west"]}).child_areas == ["west"]

test_compatible_where_the_table_lists_the_function if purpose.compatible({"message": {"purpose": "TREATMENT_REFERRAL"}, "recipient": {"function": "treatment"}})

test_incompatible_else if {
	purpose.compatible({"message": {"purpose": "TREATMENT_REFERRAL"}, "recipient": {"function": "school_dsl"}}) == false
	purpose.compatible({"message": {"purpose": "IMMIGRATION"}, "recipient": {"function": "csc_duty"}}) == false
}
