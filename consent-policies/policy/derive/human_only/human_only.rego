# METADATA
# title: Whether only a person may answer
# description: |
#   Some purposes, requests about the deceased, an objection, a disclosure that may do more
#   harm, and persons of whom it is in doubt who they are.
package sharing.derive.human_only

# About whom a part waits for a person: about everybody, or about whom there is a doubt.
about(request) := {segment.about | some segment in request.segments} if {
	request.risk.more_detrimental == true
} else := {segment.about | some segment in request.segments} if {
	whole_message(request) == true
} else := {name | some name, person in request.persons; in_doubt(person)}

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
