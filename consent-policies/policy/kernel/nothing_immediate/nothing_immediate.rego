# METADATA
# title: An immediate risk, told to a duty team without any other basis
# description: |
#   Someone may come to serious harm within hours. The safety floor and what says something
#   about the harm reach a duty team, and nobody else by this claim.
# custom:
#   rule: "override:X1"
#   hook: common law, overriding public interest; DfE information sharing advice 2024, rule 1
#   person: We passed this on because someone was in danger of serious harm.
package sharing.kernel.nothing_immediate

verdict(given, segment, level) := {"where": "goes", "rule": "override:X1"} if {
	level == "immediate"
	given.recipient_is_duty_team == true
	keeps_safe(segment)
}

keeps_safe(segment) if segment.category in data.tables.floor

keeps_safe(segment) if segment.harm_linked == true
