# METADATA
# title: The law on which a part goes
# description: |
#   That of the message's row in the table of bases, or of the rule by which it goes. Conditions
#   for special category data and for offence data stand only where there are such data. Paragraph
#   18 of Schedule 1 stands with the reason why nobody agreed, and never after a refusal.
package sharing.derive.lawful_basis

# row: of the table of bases. message: who is in it, and what they said. told: what derive found about the segment.
of(row, message, given, told, rule) := of_ordinary_kind(row, rule) if {
	not told.category in of_special_kind
} else := {"art6": law.art6, "art9": art9, "sch1": sch1, "art10": art10, "gateway": law.gateway} if {
	law := ground(row, rule)
	art9 := only_if(told.category in special_category, law.art9)
	sch1 := only_if(told.category in special_category, schedule_1(law.sch1, message, given, told))
	art10 := only_if(told.category in offences, data.tables.art10.condition)
}

of_ordinary_kind(row, rule) := {"art6": law.art6, "art9": null, "sch1": null, "art10": null, "gateway": law.gateway} if {
	law := ground(row, rule)
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

# Paragraph 18 is met only with one of its limbs; where none holds, paragraph 6 is preferred.
schedule_1(condition, message, given, told) := concat(", ", ["p18", reason]) if {
	contains(condition, "p18")
	reason := limb(given, told)
	suffices(condition, reason, message)
	not ever_refused(message, told)
} else := "p6" if {
	contains(condition, "p18")
} else := condition

# The reason to do without consent, of paragraph 18(2). Whoever agreed, or said no, leaves none.
limb(given, told) := "would_prejudice" if {
	asking_would_prejudice(given, told)
} else := "cannot_be_given" if {
	told.consent == "no_authority"
} else := "not_reasonable_to_obtain" if {
	told.consent in unanswered
	given.risk in {"red", "immediate"}
}

asking_would_prejudice(_, told) if told.consent in {"not_asked_unsafe", "coerced"}

asking_would_prejudice(given, told) if {
	given.informing_is_unsafe == true
	told.consent in unanswered
}

unanswered := {"not_asked", "expired", "scope_mismatch", "no_authority"}

# Where paragraph 6 stands first, not having asked is no reason to leave it.
suffices(condition, reason, _) if {
	startswith(condition, "p6")
	reason in {"would_prejudice", "cannot_be_given"}
}

suffices(condition, _, _) if {
	startswith(condition, "p18")
	not contains(condition, "all three limbs")
}

# All three limbs of paragraph 18(3) are what makes an adult one at risk.
suffices(condition, _, message) if {
	contains(condition, "all three limbs")
	some person in message.persons
	person.type == "adult_at_risk"
}

# Whatever it was that this person refused, and even if another answer is the newer.
ever_refused(message, told) if {
	some consent in message.consents
	consent.subject == told.about
	consent.state in data.tables.refused
}
