# METADATA
# title: Not told in confidence
# description: |
#   The sender does not hold this in confidence, and there is a basis in law for sharing it.
# custom:
#   rule: "L:*"
#   hook: the basis that the rule names
#   person: We passed this on because the law asks agencies to share what keeps a child safe.
package sharing.kernel.not_confidential

verdict(given, segment) := {"where": "goes", "rule": concat("", ["L:", given.basis[0]])} if {
	segment.confidential == false
}
