# METADATA
# title: Whether only a person may answer
# description: |
#   Some purposes, requests about the deceased, an objection, a disclosure that may do more
#   harm, and persons of whom it is in doubt who they are.
package sharing.derive.human_only

of(request, segment) if {
	whole_message(request) == true
} else if {
	request.risk.more_detrimental == true
} else if {
	request.persons[segment.about].type == "deceased"
} else if {
	in_doubt(request.persons[segment.about])
} else := false

# For a reason that lies in the message and not in one of its parts.
whole_message(request) if {
	request.message.purpose in data.tables.human_only_purposes
} else if {
	request.message.objection_art21 == true
} else if {
	request.message.kind in {"info_request", "info_response"}
	some person in request.persons
	person.type == "deceased"
} else := false

in_doubt(person) if not person.match == "certain"

in_doubt(person) if person.identifiers_conflict == true
