# METADATA
# title: The law on which a part goes
# description: |
#   That of the message's row in the table of bases, or of the rule by which it goes. Conditions
#   for special category data and for offence data stand only where there are such data.
package sharing.derive.lawful_basis

# row: of the table of bases. told: what derive found about the segment.
of(row, given, told, rule) := {
	"art6": object.get(ground, "art6", null),
	"art9": special(told, object.get(ground, "art9", null)),
	"sch1": special(told, schedule_1(object.get(ground, "sch1", null), given, told)),
	"art10": offence(told),
	"gateway": object.get(ground, "gateway", null),
} if {
	ground := of_rule(row, name(rule))
}

of_rule(row, name) := ground if {
	ground := data.tables.by_rule[name]
} else := row

# The rule without what was joined to it, and without the word override; a release by a person is one for all.
name(rule) := "H" if {
	startswith(rule, "H:")
} else := trim_prefix(split(rule, "+")[0], "override:")

special(told, condition) := condition if {
	told.category in data.tables.special_category
} else := null

offence(told) := data.tables.art10.condition if {
	told.category in data.tables.art10.categories
} else := null

# Paragraph 18 is met only with one of its limbs; a refusal is none of them.
schedule_1(condition, given, told) := "p18, would_prejudice" if {
	contains(condition, "p18 with its limb")
	asking_would_prejudice(given, told)
} else := "p6" if {
	contains(condition, "p18 with its limb")
} else := condition

asking_would_prejudice(_, told) if told.consent in {"not_asked_unsafe", "coerced"}

asking_would_prejudice(given, told) if {
	given.informing_is_unsafe == true
	not told.consent in data.tables.refused
}
