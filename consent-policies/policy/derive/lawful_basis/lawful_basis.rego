# METADATA
# title: The law on which a part goes
# description: |
#   That of the message's row in the table of bases, or of the rule by which it goes. Conditions
#   for special category data and for offence data stand only where there are such data.
package sharing.derive.lawful_basis

# row: of the table of bases. told: what derive found about the segment.
of(row, given, told, rule) := written(ground(row, rule), false, false, false) if {
	not told.category in of_special_kind
} else := written(ground(row, rule), told.category in special_category, told.category in offences, asking_would_prejudice(given, told))

written(ground, special, offence, prejudice) := {
	"art6": object.get(ground, "art6", null),
	"art9": only_if(special, object.get(ground, "art9", null)),
	"sch1": only_if(special, schedule_1(object.get(ground, "sch1", null), prejudice)),
	"art10": only_if(offence, data.tables.art10.condition),
	"gateway": object.get(ground, "gateway", null),
}

special_category := {category | some category in data.tables.special_category}

of_special_kind := special_category | offences

offences := {category | some category in data.tables.art10.categories}

ground(row, rule) := own if {
	own := data.tables.by_rule[name(rule)]
} else := row

# The rule without what was joined to it, and without the word override; a release by a person is one for all.
name(rule) := "H" if {
	startswith(rule, "H:")
} else := trim_prefix(split(rule, "+")[0], "override:")

only_if(true, condition) := condition

only_if(false, _) := null

# Paragraph 18 is met only with one of its limbs; a refusal is none of them.
schedule_1(condition, prejudice) := "p18, would_prejudice" if {
	contains(condition, "p18 with its limb")
	prejudice == true
} else := "p6" if {
	contains(condition, "p18 with its limb")
} else := condition

asking_would_prejudice(given, told) if {
	told.consent in {"not_asked_unsafe", "coerced"}
} else if {
	given.informing_is_unsafe == true
	not told.consent in data.tables.refused
} else := false
