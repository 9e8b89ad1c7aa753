# METADATA
# title: What no claim of a sender lifts
# description: |
#   The bars of the tables that apply to this segment. Of several, the first that is not silent
#   is named.
package sharing.derive.bar

import data.sharing.derive.whereabouts

of(request, segment) := [row.bar | some row in rows; not row.silent == true][0] if {
	rows := applying(request, segment)
} else := bar if {
	bar := applying(request, segment)[0].bar
} else := "none"

applying(request, segment) := [row | some row in data.tables.bars; applies(request, segment, row)]

applies(request, segment, row) if {
	row.bar == "location"
	whereabouts.barred(request, segment)
}

applies(request, segment, row) if {
	lies_on(request, segment, row)
	not elsewhere(request, row)
	not excused(request, row)
}

lies_on(_, segment, row) if segment.category in row.categories

lies_on(_, segment, row) if row.restriction in segment.restrictions

lies_on(request, segment, row) if request.persons[segment.about].type in row.persons

# A bar that names functions is for those only.
elsewhere(request, row) if {
	row.functions
	not request.recipient.function in row.functions
}

excused(request, row) if {
	row.except_duty_team == true
	data.tables.functions[request.recipient.function].duty_team == true
}
