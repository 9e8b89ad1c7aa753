# METADATA
# title: The consent that counts
# description: |
#   Of what was said about this person and covers purpose, category and recipient, the newest of
#   each giver stands; a competent minor may say no for good, and two givers may disagree.
package sharing.derive.consent

import data.sharing.derive.validity

of(request, segment) := resolved(request, segment).state

# The state, and who brought it about.
resolved(request, segment) := one if {
	one := standing(newest_of_each(covering(request, segment)))
} else := {"state": "scope_mismatch", "giver": "nobody"} if {
	some one in told(request, segment.about)
	one.gave == true
} else := {"state": "not_asked", "giver": "nobody"}

covering(request, segment) := [one.said |
	some one in told(request, segment.about)
	one.covers_message == true
	covers(one.scope, "categories", object.get(segment, "category", "unclassified"))
	covers(one.scope, "about", segment.about)
]

told(request, person) := [one | some one in heard(request); one.subject == person]

# Whatever was said in confidence until now; worked out once for all segments.
heard(request) := [{
	"subject": consent.subject,
	"gave": consent.state == "given",
	"scope": scope,
	"covers_message": covers_message(request, scope),
	"said": {"at": consent.at, "giver": consent.giver, "competent": own_no(consent), "state": state(request, consent)},
} |
	some consent in request.consents
	consent.kind == "confidentiality"
	consent.at <= request.now
	scope := object.get(consent, "scope", {})
]

covers_message(request, scope) if {
	covers(scope, "purposes", request.message.purpose)
	covers(scope, "recipients", request.recipient.agency)
} else := false

# An empty list covers all.
covers(scope, part, _) if count(object.get(scope, part, [])) == 0

covers(scope, part, what) if what in scope[part]

state(request, consent) := validity.of(request, consent) if {
	consent.state == "given"
} else := "refused_competent" if {
	consent.state in {"refused", "withdrawn"}
	consent.competent_minor == true
} else := consent.state

own_no(consent) if {
	consent.competent_minor == true
	consent.giver == consent.subject
	consent.state in {"refused", "withdrawn"}
} else := false

newest_of_each(said) := {newest(mine) |
	some giver in {one.giver | some one in said}
	mine := [one | some one in said; one.giver == giver]
}

# At the same moment a refusal is the newer.
newest(said) := sort([[one.at, rank(one), one] | some one in said])[count(said) - 1][2]

rank(one) := [place | some place, state in by_newness; state == one.state][0]

by_newness := ["given", "expired", "coerced", "no_authority", "not_asked", "not_asked_unsafe", "withdrawn", "refused", "refused_competent"]

standing(said) := {"state": one.state, "giver": one.giver} if {
	one := newest([minor | some minor in said; minor.competent == true])
} else := {"state": "conflict", "giver": "both"} if {
	some yes in said
	yes.state == "given"
	some no in said
	no.state in data.tables.refused
} else := {"state": one.state, "giver": one.giver} if {
	one := newest([any | some any in said])
}
