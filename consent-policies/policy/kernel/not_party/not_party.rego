# METADATA
# title: The recipient has no agreement for this
# description: |
#   Nobody has agreed with this recipient how it handles what it receives. At a high risk a
#   person decides; for an immediate risk the safety floor still reaches a duty team.
# custom:
#   rule: "S3"
#   hook: ICO data sharing code; ICO, sharing in an emergency
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.not_party

verdict(given, segment, level) := {"where": "goes", "rule": "override:S3"} if {
	not given.recipient_is_party == true
	level == "immediate"
	given.recipient_is_duty_team == true
	keeps_safe(segment)
} else := {"where": "held", "rule": "S3"} if {
	not given.recipient_is_party == true
	level in {"red", "immediate"}
} else := {"where": "out", "rule": "S3"} if {
	not given.recipient_is_party == true
}

keeps_safe(segment) if segment.category in data.tables.floor

keeps_safe(segment) if segment.harm_linked == true
