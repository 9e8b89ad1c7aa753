# METADATA
# title: A refusal that a person must weigh
# description: |
#   A duty to share may apply, the person said no, and the risk is amber: somebody decides
#   within a working day.
# custom:
#   rule: "C:*"
#   hook: Children Act 2004 s.16LA(2) and (3)
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.duty_refused_amber

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "held", "rule": concat("", ["C:", segment.consent])} if {
	level == "amber"
	segment.need == "need"
	segment.consent in data.tables.refused
	grounds.duty(given)
}
