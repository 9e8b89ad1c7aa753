# METADATA
# title: Who the recipient is to this message
# description: |
#   Whether it was verified, is a duty team, and covers where the child lives; and whether the
#   claims of the sender are under watch.
package sharing.derive.recipient

verified(request) if {
	request.recipient.verified == true
} else := false

duty_team(request) if {
	data.tables.functions[request.recipient.function].duty_team == true
} else := false

# Where nobody named an area, no area is foreign.
in_area(request) if {
	count(object.get(request.recipient, "areas", [])) == 0
} else if {
	count(object.get(request, "child_areas", [])) == 0
} else if {
	some area in request.recipient.areas
	area in request.child_areas
} else := false

sender_on_watch(request) := false if {
	object.get(request.sender, "override_state", "normal") == "normal"
} else := true
