# METADATA
# title: What the message travels as
# description: |
#   An answer to a referral that still names the referral's purpose travels as the purpose of an
#   answer; and whether the recipient's function has any business with it.
package sharing.derive.purpose

# The request with the purpose that it travels as.
settled(request) := object.union(whole(request), {"message": {"purpose": purpose}}) if {
	request.message.kind == "referral_answer"
	purpose := data.tables.answer_purpose[request.message.purpose]
} else := whole(request)

# An absent list is an empty one; links are left as they are, because absent they are unknown.
whole(request) := object.union(
	{"relations": [], "consents": [], "releases": [], "child_areas": [], "set_by_person": [], "informed": {"unsafe": false}},
	request,
)

compatible(request) := request.recipient.function in object.get(data.tables.purposes, request.message.purpose, [])
