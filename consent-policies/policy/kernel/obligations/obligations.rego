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
	reasons(verdicts, outcome),
	standing(given, verdicts),
	gaps(segments, verdicts),
	advice(segments, verdicts),
	asking(segments, verdicts),
	escalation(given, verdicts, outcome),
	circumstances(given),
})

override(given, segments, verdicts) := {"O2", "O5", "O6"} | telling(given) if {
	answer.some_override(segments, verdicts)
} else := set()

telling(given) := {"O3"} if {
	given.informing_is_unsafe == false
} else := set()

# What a person decided, and what was refused, is owed a reason.
reasons(verdicts, outcome) := ({"O6" | outcome == "DENY"} | {"O6" |
	some verdict in gone(verdicts)
	startswith(verdict.rule, "H:")
}) | {"O19" |
	some verdict in gone(verdicts)
	startswith(verdict.rule, "H:B.location")
}

standing(given, verdicts) := union({
	{"O9" | "S2" in named},
	{"O2" | "S2" in waived},
	{"O11" | "S2" in waived; given.agreement == "suspended"},
	{"O11" | count(named & {"R1", "S3", "S4"}) > 0},
}) if {
	named := rows(verdicts)
	waived := rows(gone(verdicts))
}

# A rule's name is made of rows: override:S3, H:U1+S3, L:CareAct_42+S2.
rows(verdicts) := {trim_prefix(trim_prefix(part, "override:"), "H:") |
	some verdict in verdicts
	some part in split(verdict.rule, "+")
}

gone(verdicts) := [verdict | some verdict in verdicts; verdict.where == "goes"]

# The recipient is told that something is missing, unless that alone would say too much.
gaps(segments, verdicts) := {"O8"} if {
	count(gone(verdicts)) > 0
	some segment in segments
	verdicts[segment.id].where == "out"
	not silently_out(segment)
} else := {"O8s"} if {
	count(gone(verdicts)) > 0
	some verdict in verdicts
	verdict.where == "out"
} else := set()

silently_out(segment) if segment.bar in silent

silent := {row.bar | some row in data.tables.bars; row.silent == true}

advice(segments, verdicts) := {"O13"} if {
	some segment in segments
	not segment.bar == "none"
	not silently_out(segment)
} else := {"O13"} if {
	some verdict in verdicts
	verdict.where == "held"
	verdict.rule == "C:conflict"
} else := set()

asking(segments, verdicts) := {"O15" |
	some segment in segments
	segment.consent == "conflict"
	verdicts[segment.id].where == "goes"
} | {"O12" |
	some segment in segments
	ask_again(segment, verdicts[segment.id])
}

ask_again(segment, _) if segment.consent in {"expired", "no_authority", "coerced"}

ask_again(_, verdict) if {
	verdict.where == "held"
	verdict.rule == "C:not_asked"
}

escalation(given, verdicts, outcome) := ({timer | contains(outcome, "HOLD"); timer := risk.timer(given)} | {"O22" |
	not given.sender_on_watch == false
}) | {"O21" |
	given.risk in {"immediate", "immediate_unsupported"}
	nobody_has_it(given, verdicts)
}

nobody_has_it(given, _) if not given.recipient_verified == true

nobody_has_it(_, verdicts) if count(gone(verdicts)) == 0

nobody_has_it(given, verdicts) if {
	not given.recipient_is_duty_team == true
	some verdict in verdicts
	verdict.where == "held"
}

circumstances(given) := {code |
	some circumstance in given.circumstances
	some code in data.tables.circumstances[circumstance]
}
