# METADATA
# title: Treatment content, because someone is at serious risk
# description: |
#   The promise that treatment is insulated from supervision has this exception: the risk is
#   high and this content says something about the harm.
# custom:
#   rule: "override:T3"
#   hook: common law, overriding public interest; the promise shown to the person
#   person: We passed this on because someone was in danger of serious harm.
package sharing.kernel.treatment_serious_risk

verdict(segment, level) := {"where": "goes", "rule": "override:T3"} if {
	not segment.to_supervision == false
	level in {"red", "immediate"}
	segment.harm_linked == true
}
