# METADATA
# title: What is owed because of a decision
# description: |
#   Every duty that applies, each once; the tables say who owes it and by when.
package sharing.kernel.obligations

import data.sharing.kernel.obligations.risk
import data.sharing.kernel.outcome as answer

codes(given, segments, verdicts, outcome) := union({
	risk.codes(given),
	override(given, segments, verdicts),
	reasons(goes, outcome),
	standing(given, goes, held | out),
	gaps(segments, verdicts, goes, out),
	advice(segments, held),
	asking(segments, verdicts, held),
	escalation(given, goes, held, outcome),
	circumstances(given),
}) if {
	goes := answer.rules(verdicts, "goes")
	held := answer.rules(verdicts, "held")
	out := answer.rules(verdicts, "out")
}

override(given, segments, verdicts) := {"O2", "O5", "O6"} | telling(given) if {
	answer.some_override(segments, verdicts)
} else := set()

telling(given) := {"O3"} if {
	given.informing_is_unsafe == false
} else := set()

# What a person decided, and what was refused, is owed a reason. goes, held, out: the rules by which parts do.
reasons(goes, outcome) := ({"O6" | outcome == "DENY"} | {"O6" |
	some rule in goes
	startswith(rule, "H:")
}) | {"O19" |
	some rule in goes
	startswith(rule, "H:B.location")
}

standing(given, goes, stays) := union({
	{"O9" | "S2" in named},
	{"O2" | "S2" in waived},
	{"O11" | "S2" in waived; given.agreement == "suspended"},
	{"O11" | count(named & {"R1", "S3", "S4"}) > 0},
}) if {
	waived := rows(goes)
	named := waived | rows(stays)
}

# A rule's name is made of rows: override:S3, H:U1+S3, L:CareAct_42+S2.
rows(rules) := {trim_prefix(trim_prefix(part, "override:"), "H:") |
	some rule in rules
	some part in split(rule, "+")
}

# The recipient is told that something is missing, unless that alone would say too much.
gaps(segments, verdicts, goes, out) := set() if {
	nothing_is_missing(goes, out)
} else := {"O8"} if {
	some segment in segments
	verdicts[segment.id].where == "out"
	not silently_out(segment)
} else := {"O8s"}

nothing_is_missing(goes, _) if count(goes) == 0

nothing_is_missing(_, out) if count(out) == 0

silently_out(segment) if segment.bar in silent

silent := {row.bar | some row in data.tables.bars; row.silent == true}

advice(segments, held) := {"O13"} if {
	bars := {object.get(segment, "bar", "unknown") | some segment in segments}
	count((bars - {"none"}) - silent) > 0
} else := {"O13"} if {
	"C:conflict" in held
} else := set()

asking(segments, verdicts, held) := ({"O15" |
	some segment in segments
	segment.consent == "conflict"
	verdicts[segment.id].where == "goes"
} | {"O12" |
	some segment in segments
	segment.consent in {"expired", "no_authority", "coerced"}
}) | {"O12" | "C:not_asked" in held}

escalation(given, goes, held, outcome) := ({timer | contains(outcome, "HOLD"); timer := risk.timer(given)} | {"O22" |
	not given.sender_on_watch == false
}) | {"O21" |
	given.risk in {"immediate", "immediate_unsupported"}
	nobody_has_it(given, goes, held)
}

nobody_has_it(given, _, _) if not given.recipient_verified == true

nobody_has_it(_, goes, _) if count(goes) == 0

nobody_has_it(given, _, held) if {
	not given.recipient_is_duty_team == true
	count(held) > 0
}

circumstances(given) := {code |
	some circumstance in given.circumstances
	some code in data.tables.circumstances[circumstance]
}
