# METADATA
# title: What the law gives this message
# description: |
#   The first row of the table of bases that fits, as the law stood at that moment. Recognised
#   legitimate interest never makes a public interest here: a person decides.
package sharing.derive.basis

import data.sharing.derive.risk

none := {"basis": [], "public_interest": false, "named_decision": false}

# The row, with what of it is in force.
of(request) := row if {
	row := [found |
		some one in for_purpose(request.message.purpose)
		every condition, value in one.conditions { met(request, condition, value) }
		found := standing(request.now, one.row)
	][0]
} else := none

# The rows for a purpose, and what else each of them asks.
for_purpose(purpose) := [{"row": row, "conditions": object.remove(row.when, ["purposes"])} |
	some row in data.tables.bases
	purpose in object.get(row.when, "purposes", [purpose])
]

standing(now, row) := object.union(none, object.union(row, {"basis": law})) if {
	law := [basis | some basis in object.get(row, "basis", []); in_force(now, basis)]
	count(law) == count(object.get(row, "basis", []))
}

in_force(now, basis) if data.tables.commencement[basis] <= now

met(request, "requested_under", enactment) if request.message.requested_under == enactment

met(request, "sender_kinds", kinds) if request.sender.kind in kinds

met(request, "recipient_kinds", kinds) if request.recipient.kind in kinds

met(request, "public_authority", value) if request.sender.public_authority == value

met(request, "both_under_16LA", true) if {
	request.sender.under_16LA == true
	request.recipient.under_16LA == true
}

met(request, "child_at_risk", true) if {
	some person in request.persons
	person.type in {"index_child", "sibling"}
}

met(request, "unborn", true) if {
	some person in request.persons
	person.type == "unborn"
}

# A claim without what it must rest on is no red, and neither is a rating that nobody has looked at again.
met(request, "risk_at_least", "red") if risk.claimed(request) in {"red", "immediate"}
