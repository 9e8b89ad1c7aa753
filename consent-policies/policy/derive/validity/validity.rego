# METADATA
# title: Whether a consent that was given still is one
# description: |
#   It may have run out, come from somebody who may not give it, not have been free, or be about
#   a person who is not certainly the one.
package sharing.derive.validity

import data.sharing.derive.family

of(request, consent) := "expired" if {
	consent.expires <= request.now
} else := "no_authority" if {
	not authorised(request, consent)
} else := "coerced" if {
	not free(request, consent)
} else := "not_asked" if {
	not request.persons[consent.subject].match == "certain"
} else := "given"

authorised(_, consent) if {
	consent.authority == "self"
	consent.giver == consent.subject
}

authorised(request, consent) if {
	consent.authority == "pr"
	some relation in request.relations
	relation.rel == "pr_for"
	relation.a == consent.giver
	relation.b == consent.subject
}

authorised(_, consent) if consent.authority in {"attorney", "best_interests"}

free(request, consent) if {
	consent.coercion == "none"
	not watched(request, consent)
}

# With the partner in the room, for someone who has an alleged abuser.
watched(request, consent) if {
	consent.circumstances == "partner_present"
	count(family.abusers(request.relations, consent.giver)) > 0
}
