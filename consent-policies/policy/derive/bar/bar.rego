# METADATA
# title: What no claim of a sender lifts
# description: |
#   The bars of the tables that apply to this segment. Of several, the first that is not silent is
#   named, else the first.
package sharing.derive.bar

import data.sharing.derive.whereabouts

of(request, segment) := named(applying(request, segment))

named(bars) := "none" if {
	count(bars) == 0
} else := bar if {
	bar := [row.bar | some row in data.tables.bars; row.bar in bars; not row.silent == true][0]
} else := [row.bar | some row in data.tables.bars; row.bar in bars][0]

applying(request, segment) := {bar | some bar in lying_on(request, segment); not lifted(request, bar)} | location(request, segment)

location(request, segment) := {"location"} if {
	whereabouts.barred(request, segment)
} else := set()

# The bars that lie on the segment, whoever is to receive it.
lying_on(request, segment) := {bar | some bar in by_category[segment.category]} | ({bar | some bar in by_person[request.persons[segment.about].type]} | {bar |
	some restriction in segment.restrictions
	some bar in by_restriction[restriction]
})

# The table, turned round for look-up; whole objects, which are worked out once.
by_category := {category: {row.bar | some row in data.tables.bars; category in row.categories} |
	some category in union({{category | some category in row.categories} | some row in data.tables.bars})
}

by_person := {type: {row.bar | some row in data.tables.bars; type in row.persons} |
	some type in union({{type | some type in row.persons} | some row in data.tables.bars})
}

by_restriction := {row.restriction: {same.bar | some same in data.tables.bars; same.restriction == row.restriction} |
	some row in data.tables.bars
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
