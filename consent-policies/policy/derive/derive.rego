# METADATA
# title: What the kernel is given
# description: |
#   From one request, the tables and the agreements to the facts that the kernel decides by: some
#   about the whole message, some about each segment. Whatever is not known is named so.
package sharing.derive

import data.sharing.derive.agreement
import data.sharing.derive.bar
import data.sharing.derive.circumstances
import data.sharing.derive.confidential
import data.sharing.derive.consent
import data.sharing.derive.harm_linked
import data.sharing.derive.human_only
import data.sharing.derive.need
import data.sharing.derive.order_minimum
import data.sharing.derive.purpose
import data.sharing.derive.recipient
import data.sharing.derive.release
import data.sharing.derive.risk
import data.sharing.derive.safety
import data.sharing.derive.third_party
import data.sharing.derive.to_supervision

# message: without a recipient, with the purpose that it travels as. request: the same with its recipient.
# row: of the table of bases.
# What a built-in function returns is one value; a literal is made anew for every rule that it is handed to.
of(message, request, row) := object.union({"segments": segments}, {"given": given}) if {
	segments := for_recipient(message, request)
	given := object.union(about(message), {
		"basis": row.basis,
		"public_interest": row.public_interest,
		"agreement": agreement.state(request),
		"recipient_is_party": agreement.party(request),
		"recipient_in_area": recipient.in_area(request),
		"recipient_verified": recipient.verified(request),
		"recipient_is_duty_team": recipient.duty_team(request),
		"purpose_compatible": purpose.compatible(request),
		"circumstances": sort(circumstances.told(message) | circumstances.found(request, segments, row.named_decision)),
	})
}

# The same whoever receives it; found out once.
about(message) := {
	"purpose": message.message.purpose,
	"risk": risk.claimed(message),
	"rag": risk.rated(message),
	"someone_may_be_at_risk": safety.someone_may_be_at_risk(message),
	"informing_is_unsafe": safety.informing_is_unsafe(message),
	"sender_on_watch": recipient.sender_on_watch(message),
}

# Each part, as if the recipient supervised nobody and nobody had released anything.
parts(message) := [{"said": said, "told": told, "open": bar.open(message.persons, said)} |
	in_confidence := confidential.categories(message)
	harmful := harm_linked.categories(message.risk)
	concerned := harm_linked.persons(message.risk)
	strangers := third_party.persons(message)
	looked_at := human_only.about(message)
	some said in message.segments
	category := object.get(said, "category", "unclassified")
	told := {
		"id": said.id,
		"category": category,
		"about": said.about,
		"confidential": category in in_confidence,
		"harm_linked": {category in harmful, said.about in concerned} == {true},
		"third_party": said.about in strangers,
		"human_only": said.about in looked_at,
		"unclassified": category == "unclassified",
		"to_supervision": false,
		"order_minimum": false,
		"release": [],
	}
]

# Most recipients supervise nobody, and nothing was released to them.
for_recipient(message, request) := found_in_each(message, request) if {
	to_supervision.supervises(request) == false
	count(request.releases) == 0
} else := [object.union(told, also_found(request, request.segments[i])) | some i, told in found_in_each(message, request)]

found_in_each(message, request) := [object.union(part.told, found(message, request, consents, needed, part)) |
	consents := consent.of_persons(message, request)
	needed := need.row(request)
	some part in parts(message)
]

found(message, request, consents, needed, part) := {
	"consent": agreed.state,
	"consent_giver": agreed.giver,
	"bar": bar.of(request, part.said, part.open),
	"need": need.of(needed, part.told),
} if {
	agreed := consent.resolved(consents, message, request, part.told)
}

also_found(request, said) := {
	"to_supervision": to_supervision.of(request, said),
	"order_minimum": order_minimum.of(request, said),
	"release": release.of(request, said),
}
