# METADATA
# title: The law would allow it, but nobody is at risk and nobody agreed
# description: |
#   There is a power, or a duty that does not reach what only may go; at green that needs
#   consent.
# custom:
#   rule: "C:*"
#   hook: UK GDPR Art 5(1)(c); ECHR Art 8
#   person: We did not pass this on.
package sharing.kernel.power_green

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "out", "rule": concat("", ["C:", segment.consent])} if {
	level == "green"
	grounds.power_or_duty(given, segment)
}
