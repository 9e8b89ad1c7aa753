# METADATA
# title: What the law gives this message
# description: |
#   The first row of the table of bases that fits, as the law stood at that moment. Recognised
#   legitimate interest never makes a public interest here: a person decides.
package sharing.derive.basis

import data.sharing.derive.risk

none := {
	"basis": [], "public_interest": false, "named_decision": false,
	"art6": null, "art9": null, "sch1": null, "gateway": null,
}

# The row, with what of it is in force. message: the request without its recipient.
of(message, request) := row if {
	row := [one.row |
		some one in rows(message)
		every condition, value in one.of_recipient { met(condition, value, request) }
	][0]
} else := none

# The rows that fit the message whoever receives it, with what each asks of who does.
rows(message) := [{"row": found, "of_recipient": object.filter(row.when, of_recipient)} |
	some row in data.tables.bases
	message.message.purpose in object.get(row.when, "purposes", [message.message.purpose])
	every condition, value in object.remove(row.when, asked_elsewhere) { met(condition, value, message) }
	found := standing(message.now, row)
]

of_recipient := ["recipient_kinds", "both_under_16LA"]

asked_elsewhere := array.concat(["purposes"], of_recipient)

standing(now, row) := object.union(none, object.union(row, {"basis": law})) if {
	law := [basis | some basis in object.get(row, "basis", []); in_force(now, basis)]
	count(law) == count(object.get(row, "basis", []))
}

in_force(now, basis) if data.tables.commencement[basis] <= now

met("requested_under", enactment, request) if request.message.requested_under == enactment

met("sender_kinds", kinds, request) if request.sender.kind in kinds

met("recipient_kinds", kinds, request) if request.recipient.kind in kinds

met("public_authority", value, request) if request.sender.public_authority == value

met("both_under_16LA", true, request) if {
	request.sender.under_16LA == true
	request.recipient.under_16LA == true
}

met("child_at_risk", true, request) if {
	some person in request.persons
	person.type in {"index_child", "sibling"}
}

met("unborn", true, request) if {
	some person in request.persons
	person.type == "unborn"
}

# A claim without what it must rest on is no red, and neither is a rating that nobody has looked at again;
# but a red that stands without the claim is one, so that who claims too much does not release less.
met("risk_at_least", "red", request) if risk.claimed(request) == "immediate"

met("risk_at_least", "red", request) if risk.rated(request) == "red"
