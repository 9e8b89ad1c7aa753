# METADATA
# title: What no claim of a sender lifts
# description: |
#   The bars of the tables that apply to this segment. Of several, the first that is not silent is
#   named, else the first.
package sharing.derive.bar

import data.sharing.derive.whereabouts

# The last: whether no bar lies on it, whoever is to receive it.
of(_, _, true) := "none"

of(request, segment, false) := named(applying(request, segment))

# Most segments: no bar lies on them and they name no place.
open(persons, segment) if {
	unmarked(persons, segment) == true
	not whereabouts.names_a_place(segment)
} else := false

unmarked(persons, segment) if {
	not segment.category in barred_categories
	not persons[segment.about].type in barred_persons
	not segment.restrictions[0]
} else := false

barred_categories := {category | some row in data.tables.bars; some category in row.categories}

barred_persons := {type | some row in data.tables.bars; some type in row.persons}

named(bars) := "none" if {
	count(bars) == 0
} else := bar if {
	bar := [row.bar | some row in data.tables.bars; row.bar in bars; not row.silent == true][0]
} else := [row.bar | some row in data.tables.bars; row.bar in bars][0]

applying(request, segment) := {bar | some bar in lying_on(request.persons, segment); not lifted(request, bar)} | location(request, segment)

location(request, segment) := {"location"} if {
	whereabouts.barred(request, segment)
} else := set()

# The bars that lie on the segment, whoever is to receive it.
lying_on(persons, segment) := set() if {
	unmarked(persons, segment) == true
} else := {row.bar | some row in data.tables.bars; lies_on(persons, segment, row)}

lies_on(_, segment, row) if segment.category in row.categories

lies_on(_, segment, row) if row.restriction in segment.restrictions

lies_on(persons, segment, row) if persons[segment.about].type in row.persons

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
