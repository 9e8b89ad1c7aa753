# METADATA
# title: What else a person should know or do
# description: |
#   Each brings obligations of its own, by a table that IG leads edit.
package sharing.derive.circumstances

import data.sharing.derive.human_only

# What the message itself tells, and what a person has said of it.
told(message) := {name |
	some name in ["abuser_known", "unborn", "look_up", "without_names", "identity_in_doubt", "more_detrimental", "standing_unclear", "immigration_request", "advice_needed"]
	holds(name, message)
} | {name | some name in message.set_by_person; name in by_person}

by_person := {"ask_again", "withdrawn_after_delivery", "override_not_upheld"}

# What comes with the recipient. segments: what derive found about each, giver of the consent included.
found(request, segments, named_decision) := (({"conflict_of_interest" | conflict_of_interest(request)} | {"dissent" | dissent(segments)}) | {"location_needed" | location_needed(request, segments)}) | {"named_decision_needed" |
	named_decision == true
	decision_missing(request)
}

holds("abuser_known", request) if {
	some relation in request.relations
	relation.rel == "alleged_abuser_of"
}

holds("unborn", request) if {
	some person in request.persons
	person.type == "unborn"
}

holds("look_up", request) if {
	request.message.kind == "info_request"
	request.message.about_another_agencys_record == true
}

holds("without_names", request) if "consultation" in {request.message.kind, lower(request.message.purpose)}

holds("identity_in_doubt", request) if {
	some person in request.persons
	human_only.in_doubt(person)
}

holds("more_detrimental", request) if request.risk.more_detrimental == true

holds("standing_unclear", request) if {
	some segment in request.segments
	segment.labelled != segment.standing
}

holds("immigration_request", request) if request.message.purpose == "IMMIGRATION"

holds("advice_needed", request) if human_only.whole_message(request) == true

conflict_of_interest(request) if {
	some link in request.recipient.links
	link.link == "related"
}

# Somebody refused for their own part, while another's consent counts.
dissent(segments) if {
	some one in segments
	one.consent in data.tables.refused
	one.consent_giver == one.about
	some other in segments
	other.consent == "given"
	other.about != one.about
}

location_needed(request, segments) if {
	request.message.purpose in {"CP_ENQUIRY", "IMMEDIATE_SAFETY", "PUBLIC_PROTECTION"}
	some segment in segments
	segment.bar == "location"
}

# Art 22B(4): who relies on recognised legitimate interest needs the decision of a named person.
decision_missing(request) if {
	not request.decision_maker
	worrying(request)
}

worrying(request) if request.risk.immediate == true

worrying(request) if not request.risk.rag == "green"
