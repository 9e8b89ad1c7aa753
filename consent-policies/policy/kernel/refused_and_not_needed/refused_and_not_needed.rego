# METADATA
# title: Refused, and not needed
# description: |
#   The recipient only may have this, the person said no, and the risk is not high.
# custom:
#   rule: "C:*"
#   hook: UK GDPR Art 5(1)(c); ECHR Art 8
#   person: We did not pass this on, because you said no.
package sharing.kernel.refused_and_not_needed

verdict(segment, level) := {"where": "out", "rule": concat("", ["C:", segment.consent])} if {
	segment.need == "may"
	segment.consent in data.tables.refused
	not level in {"red", "immediate"}
}
