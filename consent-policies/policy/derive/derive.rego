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

# request: with the purpose that it travels as. row: of the table of bases.
# What a built-in function returns is one value; a literal is made anew for every rule that it is handed to.
of(request, row) := object.union({"segments": segments}, {"given": given}) if {
	segments := [segment(request, one) | some one in request.segments]
	given := {
		"purpose": request.message.purpose,
		"risk": risk.claimed(request),
		"rag": risk.rated(request),
		"basis": row.basis,
		"public_interest": row.public_interest,
		"agreement": agreement.state(request),
		"recipient_is_party": agreement.party(request),
		"recipient_in_area": recipient.in_area(request),
		"recipient_verified": recipient.verified(request),
		"recipient_is_duty_team": recipient.duty_team(request),
		"purpose_compatible": purpose.compatible(request),
		"someone_may_be_at_risk": safety.someone_may_be_at_risk(request),
		"informing_is_unsafe": safety.informing_is_unsafe(request),
		"sender_on_watch": recipient.sender_on_watch(request),
		"circumstances": sort(circumstances.of(request, segments, row.named_decision)),
	}
}

segment(request, one) := {
	"id": one.id,
	"category": object.get(one, "category", "unclassified"),
	"about": one.about,
	"consent": said.state,
	"consent_giver": said.giver,
	"bar": bar.of(request, one),
	"need": need.of(request, one),
	"confidential": confidential.of(request, one),
	"harm_linked": harm_linked.of(request, one),
	"third_party": third_party.of(request, one),
	"to_supervision": to_supervision.of(request, one),
	"order_minimum": order_minimum.of(request, one),
	"human_only": human_only.of(request, one),
	"unclassified": unclassified.of(one),
	"release": release.of(request, one),
} if {
	said := consent.resolved(request, one)
}
