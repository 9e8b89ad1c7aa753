# METADATA
# title: The answer for the whole message
# description: |
#   From what goes, what stays out and what is held.
package sharing.kernel.outcome

of(given, segments, verdicts) := word if {
	count(those(verdicts, "goes")) > 0
	word := concat("", [permit(segments, verdicts), hold(verdicts)])
} else := "HOLD" if {
	count(those(verdicts, "held")) > 0
} else := "HOLD" if {
	may_be_at_risk(given)
} else := "DENY"

may_be_at_risk(given) if {
	not given.someone_may_be_at_risk == false
	given.risk != "green"
}

hold(verdicts) := "+HOLD" if {
	count(those(verdicts, "held")) > 0
} else := ""

permit(segments, verdicts) := "PERMIT_OVERRIDE" if {
	some_override(segments, verdicts)
} else := "PERMIT_REDACTED" if {
	count(those(verdicts, "goes")) < count(verdicts)
} else := "PERMIT"

those(verdicts, where) := {id | some id, verdict in verdicts; verdict.where == where}

# An override sets aside a consent, a promise of treatment or the rule about agreements.
some_override(segments, verdicts) if {
	some segment in segments
	verdict := verdicts[segment.id]
	verdict.where == "goes"
	override(segment, verdict.rule)
}

override(_, rule) if startswith(rule, "override:")

override(_, rule) if startswith(rule, "X3")

override(_, rule) if startswith(rule, "X5")

override(_, rule) if startswith(rule, "H:B.location")

override(segment, rule) if {
	startswith(rule, "H:")
	segment.consent in data.tables.refused
}

override(_, rule) if {
	startswith(rule, "H:")
	contains(rule, "S3")
}
