# METADATA
# title: The answer for the whole message
# description: |
#   From what goes, what stays out and what is held.
package sharing.kernel.outcome

of(given, segments, verdicts) := word if {
	count(rules(verdicts, "goes")) > 0
	word := concat("", [permit(segments, verdicts), hold(verdicts)])
} else := "HOLD" if {
	count(rules(verdicts, "held")) > 0
} else := "HOLD" if {
	may_be_at_risk(given)
} else := "DENY"

may_be_at_risk(given) if {
	not given.someone_may_be_at_risk == false
	given.risk != "green"
}

hold(verdicts) := "+HOLD" if {
	count(rules(verdicts, "held")) > 0
} else := ""

permit(segments, verdicts) := "PERMIT_OVERRIDE" if {
	some_override(segments, verdicts)
} else := "PERMIT_REDACTED" if {
	count(rules(verdicts, "held") | rules(verdicts, "out")) > 0
} else := "PERMIT"

# The rules by which something goes, is held or stays out; many parts have the same.
rules(verdicts, where) := {kind[1] | some kind in kinds(verdicts); kind[0] == where}

kinds(verdicts) := {[verdict.where, verdict.rule] | some verdict in verdicts}

# An override sets aside a consent, a promise of treatment or the rule about agreements.
some_override(segments, verdicts) if {
	some rule in rules(verdicts, "goes")
	override(rule)
} else if {
	some segment in segments
	segment.consent in data.tables.refused
	verdicts[segment.id].where == "goes"
	startswith(verdicts[segment.id].rule, "H:")
} else := false

override(rule) if startswith(rule, "override:")

override(rule) if startswith(rule, "X3")

override(rule) if startswith(rule, "X5")

override(rule) if startswith(rule, "H:B.location")

override(rule) if {
	startswith(rule, "H:")
	contains(rule, "S3")
}
