package sharing.derive.release_test

import data.sharing.derive.release

by(stated) := object.union({"segment": "s", "rule": "B.location", "by": "a", "at": 10}, stated)

of(releases) := release.of({"now": 100, "recipient": {"function": "victim_liaison"}, "releases": releases}, {"id": "s"})

test_one_person if of([by({})]) == [{"rule": "B.location", "by": "person"}]

test_two_persons_for_the_function_that_they_named if of([by({"second": "b", "to_function": "victim_liaison"})]) == [{"rule": "B.location", "by": "two_persons"}]

test_the_same_person_twice_is_one if of([by({"second": "a", "to_function": "victim_liaison"})])[0].by == "person"

test_two_persons_for_another_function_are_one if {
	of([by({"second": "b", "to_function": "csc_duty"})])[0].by == "person"
	of([by({"second": "b"})])[0].by == "person"
}

test_the_newest_counts_and_nothing_is_added_up if {
	of([by({"second": "b", "to_function": "victim_liaison", "at": 10}), by({"at": 20})])[0].by == "person"
	of([by({"at": 10}), by({"second": "b", "to_function": "victim_liaison", "at": 20})])[0].by == "two_persons"
	of([by({"second": "b", "to_function": "victim_liaison"}), by({})])[0].by == "person"
	of([by({"by": "z", "second": "b", "to_function": "victim_liaison"}), by({})])[0].by == "person"
	of([by({"at": 10, "role": "z", "second": "b", "to_function": "victim_liaison"}), by({"reason": "a"})])[0].by == "person"
}

test_each_for_its_rule_and_its_segment if of([by({"rule": "S3"}), by({"rule": "U1"}), by({"segment": "t", "rule": "L5"})]) == [{"rule": "S3", "by": "person"}, {"rule": "U1", "by": "person"}]

test_not_before_it_was_given if of([by({"at": 101})]) == []
