# METADATA
# title: The law obliges to share it
# description: |
#   The recipient needs it and a duty to share applies; nobody refused.
# custom:
#   rule: "L:*"
#   hook: Children Act 2004 s.16LA and s.16H; Children Act 1989 s.47
#   person: We passed this on because the law asks agencies to share what keeps a child safe.
package sharing.kernel.duty

import data.sharing.kernel.grounds

verdict(given, segment, level) := {"where": "goes", "rule": concat("", ["L:", grounds.duty(given)])} if {
	level in {"amber", "red", "immediate"}
	segment.need == "need"
}
