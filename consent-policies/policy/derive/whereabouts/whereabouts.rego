# METADATA
# title: Whether a place is kept from this recipient
# description: |
#   A place is kept for everyone who shares it: for someone whose whereabouts are protected, or
#   whose alleged abuser the recipient's organisation has to do with, or may have to do with as
#   nobody knows.
package sharing.derive.whereabouts

import data.sharing.derive.family

barred(request, segment) if {
	names_a_place(segment)
	some person in sharers(request.persons, request.relations, request.segments, segment.about)
	kept(request, person)
}

names_a_place(segment) if segment.category == "location"

names_a_place(segment) if segment.places == true

# An abuser's own address is no secret from the abuser, whom it may not be kept from for the victim's sake.
sharers(persons, relations, segments, person) := (everyone(persons, relations, segments) - kept_from(relations, person)) | {person} if {
	family.nobody_says_where(relations)
} else := (at_home(relations, person) - kept_from(relations, person)) | {person}

# Of two who are alleged to abuse each other nobody knows from whom which place is kept.
kept_from(relations, person) := family.victims(relations, person) - family.abusers(relations, person)

at_home(relations, person) := (family.household(relations, person) | family.children(relations, person)) | family.parents(relations, person)

everyone(persons, relations, segments) := ({person | some person, _ in persons} | {person |
	some relation in relations
	some person in [relation.a, relation.b]
}) | {segment.about | some segment in segments}

kept(request, person) if {
	protected(request.persons[person])
	not request.recipient.function in object.get(request.persons[person], "safe_functions", [])
}

kept(request, person) if {
	some link in request.recipient.links
	link.link in data.tables.links_that_bar
	some abuser in family.abusers(request.relations, person)
	link.person in ({abuser} | family.around(request.relations, abuser))
}

kept(request, person) if {
	links_unknown(request)
	works_with_adults(request.recipient.function)
	count(family.abusers(request.relations, person)) > 0
}

links_unknown(request) if not request.recipient.links

# Those that are known bar, whatever the function; of the others nobody knows.
links_unknown(request) if request.recipient.more_links_unknown == true

works_with_adults(function) if data.tables.functions[function].works_with_adults == true

works_with_adults(function) if not data.tables.functions[function]

protected(person) if person.location_protected == true

protected(person) if person.pds == "R"
