# METADATA
# title: The consent that counts
# description: |
#   Of what was said about this person and covers purpose, category and recipient, the newest of
#   each giver stands; a competent minor may say no for good, and two givers may disagree.
package sharing.derive.consent

import data.sharing.derive.validity

# The state, and who brought it about. of_all: of whom one answer holds for all categories, that answer.
resolved(of_all, message, request, told) := answer if {
	answer := of_all[told.about]
} else := for_category(heard(message)[told.about].all, request.recipient.agency, told.category)

# The one answer of each person who spoke of no categories, and of each whom nobody heard.
of_persons(message, request) := object.union(not_heard(message), {subject: for_category(said.all, request.recipient.agency, "any") |
	some subject, said in heard(message)
	said.about_everything == true
})

not_heard(message) := {told.about: {"state": "not_asked", "giver": "nobody"} |
	spoken_of := object.keys(heard(message))
	some told in message.segments
	not told.about in spoken_of
}

for_category(said, agency, category) := {"state": only.state, "giver": only.giver} if {
	[only] = covering(said, agency, category)
} else := one if {
	one := standing(newest_of_each(covering(said, agency, category)))
} else := {"state": "scope_mismatch", "giver": "nobody"} if {
	some one in said
	one.gave == true
} else := {"state": "not_asked", "giver": "nobody"}

covering(said, agency, category) := [one.said |
	some one in said
	one.covers_message == true
	covers(one.scope, "recipients", agency)
	covers(one.scope, "categories", category)
]

# Whatever was said in confidence until now; the same for every segment and recipient. Where nobody
# spoke of categories, one answer is for all of them.
heard(message) := {subject: {"all": said, "about_everything": about_everything(said)} |
	some subject in {consent.subject | some consent in message.consents}
	said := [one | some one in in_confidence(message); one.subject == subject]
}

about_everything(said) if {
	every one in said { count(object.get(one.scope, "categories", [])) == 0 }
} else := false

in_confidence(message) := [{
	"subject": consent.subject,
	"gave": consent.state == "given",
	"scope": scope,
	"covers_message": covers_message(message, consent.subject, scope),
	"said": {"at": consent.at, "giver": consent.giver, "competent": own_no(consent), "state": state(message, consent)},
} |
	some consent in message.consents
	consent.kind == "confidentiality"
	consent.at <= message.now
	scope := object.get(consent, "scope", {})
]

covers_message(message, subject, scope) if {
	covers(scope, "purposes", message.message.purpose)
	covers(scope, "about", subject)
} else := false

# An empty list covers all.
covers(scope, part, _) if count(object.get(scope, part, [])) == 0

covers(scope, part, what) if what in scope[part]

state(request, consent) := validity.of(request, consent) if {
	consent.state == "given"
} else := "refused_competent" if {
	own_no(consent) == true
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
