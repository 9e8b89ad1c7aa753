# METADATA
# title: A named person released it
# description: |
#   A person who looked at what was held for this reason let it go. It answers that reason only:
#   what another rule keeps back stays back, and what was waived with it is noted in the name.
# custom:
#   rule: "H:*"
#   hook: DfE information sharing advice 2024, rule 7; UK GDPR Art 22C
#   person: A named person decided to pass this on.
package sharing.kernel.released

# A release is heard for what waits for a person, and for a barred place that two persons release.
heard(given, segment, row) if {
	row.where == "held"
	row.rule != "R1"
	by(segment, row.rule, row.rule)
	may_be_released(given, segment)
}

heard(given, segment, row) if {
	row.rule == "B.location"
	by(segment, row.rule, row.rule) == "two_persons"
	may_be_released(given, segment)
}

may_be_released(given, segment) if {
	given.recipient_verified == true
	given.purpose_compatible == true
	segment.need in {"need", "may", "unknown"}
}

# Who released this segment for that rule; a bare release is for the row that holds the part.
by(segment, rule, row) := segment.release if {
	is_string(segment.release)
	rule == row
} else := [one.by | some one in segment.release; one.rule == rule][0]

# The part as it would be without the row, and the recipient in good standing.
without(segment, row) := object.union(segment, {"unclassified": false}) if row.rule == "U1"

else := object.union(segment, {"human_only": false}) if row.rule == "HR"

else := object.union(segment, {"need": "answered"}) if row.rule == "N0"

else := object.union(segment, {"bar": "none"}) if row.rule == "B.location"

else := segment

in_good_standing(given) := object.union(
	given,
	{"recipient_is_party": true, "recipient_in_area": true, "agreement": "active"},
)

# otherwise: what would become of the part if the row were not there.
verdict(given, segment, row, otherwise) := otherwise if {
	otherwise.where == "out"
} else := kept(row) if {
	waives_party(given, row)
	not by(segment, "S3", row.rule)
} else := {"where": "goes", "rule": concat("+", array.concat([concat("", ["H:", row.rule])], waived(given, row)))}

kept(row) := {"where": "held", "rule": "S3"} if {
	row.where == "held"
} else := row

waives_party(given, row) if {
	not given.recipient_is_party == true
	row.rule != "S3"
}

waived(given, row) := [rule | some rule in ["S3", "S4", "S2"]; waives(given, row, rule)]

waives(given, row, "S3") if waives_party(given, row)

waives(given, row, "S4") if {
	not given.recipient_in_area == true
	row.rule != "S4"
}

waives(given, row, "S2") if {
	given.recipient_is_party == true
	not given.agreement == "active"
	row.rule != "S2"
}
