# METADATA
# title: Whether the recipient may receive this at all
# description: |
#   By the agreement with its agency: which functions, which purposes, from when until when, and
#   whether it was suspended.
package sharing.derive.agreement

party(request) if {
	agreement := data.agreements[request.recipient.agency]
	request.recipient.function in agreement.functions
	request.message.purpose in agreement.purposes
	agreement.from <= request.now
} else := false

state(request) := "none" if {
	not data.agreements[request.recipient.agency]
} else := "suspended" if {
	not object.get(data.agreements[request.recipient.agency], "suspended", false) == false
} else := "active" if {
	request.now < data.agreements[request.recipient.agency].until
} else := "expired"
