# METADATA
# title: Whether only a person may answer
# description: |
#   Some purposes, requests about the deceased, an objection, a disclosure that may do more
#   harm, and persons of whom it is in doubt who they are.
package sharing.derive.human_only

of(request, segment) if {
	request.risk.more_detrimental == true
} else if {
	whole_message(request) == true
} else if {
	segment.about in in_question(request)
} else := false

# The persons about whom only a person may answer.
in_question(request) := {name | some name, person in request.persons; in_doubt(person)}

# For a reason that lies in the message and not in one of its parts.
whole_message(request) if {
	request.message.purpose in data.tables.human_only_purposes
} else if {
	request.message.objection_art21 == true
} else if {
	request.message.kind in {"info_request", "info_response"}
	some segment in request.segments
	request.persons[segment.about].type == "deceased"
} else := false

in_doubt(person) if not person.match == "certain"

in_doubt(person) if person.identifiers_conflict == true
