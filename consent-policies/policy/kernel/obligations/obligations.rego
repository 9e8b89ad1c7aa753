# METADATA
# title: What is owed because of a decision
# description: |
#   Every duty that applies, each once; the tables say who owes it and by when.
package sharing.kernel.obligations

import data.sharing.kernel.obligations.risk
import data.sharing.kernel.outcome as answer

codes(given, segments, verdicts, outcome) := union({
	risk.codes(given),
	override(given, outcome),
	reasons(rules.goes, outcome),
	standing(given, rules),
	gaps(segments, verdicts, rules),
	advice({object.get(segment, "bar", "unknown") | some segment in segments}, rules.held),
	asking({segment.consent | some segment in segments}, segments, verdicts, rules.held),
	escalation(given, rules, outcome),
	circumstances(given),
}) if {
	rules := answer.rules(verdicts)
}

override(given, outcome) := set() if {
	not startswith(outcome, "PERMIT_OVERRIDE")
} else := {"O2", "O5", "O6"} if {
	not given.informing_is_unsafe == false
} else := {"O2", "O3", "O5", "O6"}

# What a person decided, and what was refused, is owed a reason. rules: by which parts go, are held or
# stay out.
reasons(goes, outcome) := {"O6"} if {
	outcome == "DENY"
} else := set() if {
	not strings.any_prefix_match(goes, "H:")
} else := {"O6", "O19"} if {
	strings.any_prefix_match(goes, "H:B.location")
} else := {"O6"}

standing(given, rules) := union({
	{"O9" | "S2" in named},
	{"O2" | "S2" in waived},
	{"O11" | "S2" in waived; given.agreement == "suspended"},
	{"O11" | count(named & {"R1", "S3", "S4"}) > 0},
}) if {
	waived := rows(rules.goes)
	named := waived | rows(rules.held | rules.out)
}

# A rule's name is made of rows: override:S3, H:U1+S3, L:CareAct_42+S2.
rows(rules) := {trim_prefix(trim_prefix(part, "override:"), "H:") |
	some part in split(concat("+", rules), "+")
}

# The recipient is told that something is missing, unless that alone would say too much.
gaps(segments, verdicts, rules) := set() if {
	count(rules.out) == 0
} else := set() if {
	count(rules.goes) == 0
} else := {"O8"} if {
	some segment in segments
	verdicts[segment.id].where == "out"
	not segment.bar in silent
} else := {"O8s"}

silent := {row.bar | some row in data.tables.bars; row.silent == true}

advice(bars, held) := {"O13"} if {
	count((bars - {"none"}) - silent) > 0
} else := {"O13"} if {
	"C:conflict" in held
} else := set()

asking(consents, segments, verdicts, held) := ({"O15" |
	some segment in segments
	segment.consent == "conflict"
	verdicts[segment.id].where == "goes"
} | {"O12" |
	count(consents & {"expired", "no_authority", "coerced"}) > 0
}) | {"O12" | "C:not_asked" in held}

escalation(given, rules, outcome) := ({timer | contains(outcome, "HOLD"); timer := risk.timer(given)} | {"O22" |
	not given.sender_on_watch == false
}) | {"O21" |
	given.risk in {"immediate", "immediate_unsupported"}
	nobody_has_it(given, rules)
}

nobody_has_it(given, _) if not given.recipient_verified == true

nobody_has_it(_, rules) if count(rules.goes) == 0

nobody_has_it(given, rules) if {
	not given.recipient_is_duty_team == true
	count(rules.held) > 0
}

circumstances(given) := {code |
	some circumstance in given.circumstances
	some code in data.tables.circumstances[circumstance]
}
