# METADATA
# title: What the message travels as
# description: |
#   An answer to a referral that still names the referral's purpose travels as the purpose of an
#   answer; and whether the recipient's function has any business with it.
package sharing.derive.purpose

# The request with the purpose that it travels as.
settled(request) := object.union(request, {"message": {"purpose": data.tables.answer_purpose[request.message.purpose]}}) if {
	request.message.kind == "referral_answer"
} else := request

compatible(request) := request.recipient.function in object.get(data.tables.purposes, request.message.purpose, [])
