# METADATA
# title: The answer for the whole message
# description: |
#   From what goes, what stays out and what is held.
package sharing.kernel.outcome

of(given, segments, verdicts) := word if {
	all := rules(verdicts)
	count(all.goes) > 0
	word := concat("", [permit(segments, verdicts, all), hold(all)])
} else := "HOLD" if {
	count(rules(verdicts).held) > 0
} else := "HOLD" if {
	may_be_at_risk(given)
} else := "DENY"

may_be_at_risk(given) if {
	not given.someone_may_be_at_risk == false
	given.risk != "green"
}

hold(all) := "+HOLD" if {
	count(all.held) > 0
} else := ""

permit(segments, verdicts, all) := "PERMIT_OVERRIDE" if {
	some_override(segments, verdicts, all.goes)
} else := "PERMIT" if {
	count(all.held) == 0
	count(all.out) == 0
} else := "PERMIT_REDACTED"

# The rules by which something goes, is held or stays out; many parts have the same.
rules(verdicts) := {
	"goes": {one.rule | some one in each; one.where == "goes"},
	"held": {one.rule | some one in each; one.where == "held"},
	"out": {one.rule | some one in each; one.where == "out"},
} if {
	each := {verdict | some verdict in verdicts}
}

# An override sets aside a consent, a promise of treatment or the rule about agreements.
some_override(_, _, goes) if strings.any_prefix_match(goes, {"override:", "X3", "X5", "H:B.location"})

some_override(_, _, goes) if {
	some rule in goes
	startswith(rule, "H:")
	contains(rule, "S3")
}

some_override(segments, verdicts, goes) if {
	some rule in goes
	startswith(rule, "H:")
	some segment in segments
	verdicts[segment.id] == {"where": "goes", "rule": rule}
	segment.consent in data.tables.refused
}
