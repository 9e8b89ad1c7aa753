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
import data.sharing.derive.unclassified

# message: without a recipient, with the purpose that it travels as. request: the same with its recipient.
# row: of the table of bases.
# What a built-in function returns is one value; a literal is made anew for every rule that it is handed to.
of(message, request, row) := object.union({"segments": segments}, {"given": given}) if {
	heard := consent.heard(message)
	segments := [object.union(part, for_recipient(heard, request, request.segments[i])) | some i, part in parts(message)]
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
parts(message) := [part |
	some one in message.segments
	part := {
		"id": one.id,
		"category": object.get(one, "category", "unclassified"),
		"about": one.about,
		"confidential": confidential.of(message, one),
		"harm_linked": harm_linked.of(message.risk, one),
		"third_party": third_party.of(message, one),
		"human_only": human_only.of(message, one),
		"unclassified": unclassified.of(one),
		"to_supervision": false,
		"order_minimum": false,
		"release": [],
	}
]

for_recipient(heard, request, one) := found(heard, request, one) if {
	simple(request) == true
} else := object.union(found(heard, request, one), {
	"to_supervision": to_supervision.of(request, one),
	"order_minimum": order_minimum.of(request, one),
	"release": release.of(request, one),
})

found(heard, request, one) := {
	"consent": said.state,
	"consent_giver": said.giver,
	"bar": bar.of(request, one),
	"need": need.of(request, one),
} if {
	said := consent.resolved(heard, request, one)
}

# Most recipients supervise nobody, and nothing was released to them.
simple(request) if {
	to_supervision.supervises(request) == false
	count(request.releases) == 0
} else := false
