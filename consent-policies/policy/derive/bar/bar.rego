# METADATA
# title: What no claim of a sender lifts
# description: |
#   The bars of the tables that apply to this segment. Of several, the first that is not silent is
#   named, else the first.
package sharing.derive.bar

import data.sharing.derive.whereabouts

of(request, segment) := "none" if {
	count(applying(request, segment)) == 0
} else := bar if {
	bar := first([row.bar | some row in data.tables.bars; row.bar in applying(request, segment); not row.silent == true])
} else := first([row.bar | some row in data.tables.bars; row.bar in applying(request, segment)])

first(names) := names[0]

applying(request, segment) := {bar | some bar in lying_on(request, segment); not lifted(request, bar)} | location(request, segment)

location(request, segment) := {"location"} if {
	whereabouts.barred(request, segment)
} else := set()

# The bars that lie on the segment, whoever is to receive it.
lying_on(request, segment) := (of_category(segment) | of_person(request, segment)) | of_restrictions(segment)

of_category(segment) := object.get(by_category, object.get(segment, "category", "unclassified"), set())

of_person(request, segment) := bars if {
	bars := by_person[request.persons[segment.about].type]
} else := set()

of_restrictions(segment) := {row.bar |
	some restriction in segment.restrictions
	some row in data.tables.bars
	row.restriction == restriction
}

# The table, turned round for look-up.
by_category[category] contains row.bar if {
	some row in data.tables.bars
	some category in row.categories
}

by_person[type] contains row.bar if {
	some row in data.tables.bars
	some type in row.persons
}

# A bar that names functions is for those only, and some do not hold for a duty team.
lifted(request, bar) if {
	some row in data.tables.bars
	row.bar == bar
	row.functions
	not for_function(request, row)
}

lifted(request, bar) if {
	some row in data.tables.bars
	row.bar == bar
	row.except_duty_team == true
	data.tables.functions[request.recipient.function].duty_team == true
}

for_function(request, row) if request.recipient.function in row.functions
