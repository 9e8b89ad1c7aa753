# METADATA
# title: The answer of the sharing policy
# description: |
#   The one way to the kernel: from a request to what it is given, to its decision, and to the
#   lawful basis, the obligations, the clock and the revisions that belong to it.
package sharing

import data.sharing.decision
import data.sharing.derive
import data.sharing.derive.basis
import data.sharing.derive.clock
import data.sharing.derive.lawful_basis
import data.sharing.derive.owed
import data.sharing.derive.purpose
import data.sharing.kernel.obligations

# The input is one request: a message and its recipient.
answer := to(message, message) if {
	message := purpose.settled(input)
}

# The input has messages, each with those who are to receive it: what is found out about a message is
# found out once for all of them.
answers := [[to(message, object.union(message, own)) | some own in asked.recipients] |
	some asked in input.messages
	message := purpose.settled(asked.message)
]

# message: without any recipient's own part. request: the same with that of one recipient.
to(message, request) := {
	"outcome": decided.outcome,
	"segments": {told.id: verdict(row, message, given, told, decided.segments[told.id]) | some told in segments},
	"obligations": [owed.of(given.risk, code) | some code in decided.obligations],
	"valid_until": clock.valid_until(message, request),
	"given": object.union(given, {"segments": segments}),
	"revisions": {"kernel": data.revisions.kernel, "tables": data.revisions.tables},
} if {
	row := basis.of(message, request)
	derived := derive.of(message, request, row)
	given := derived.given
	segments := derived.segments
	decided := decision.of(derived)
}

# Of what a silent bar keeps out, the recipient is not to know that it is there. Bars come before all
# that would hold.
verdict(row, message, given, told, decided) := {"where": "goes", "rule": rule, "basis": law, "silent": false} if {
	decided.where == "goes"
	rule := decided.rule
	law := lawful_basis.of(row, message, given, told, rule)
} else := {"where": decided.where, "rule": decided.rule, "basis": null, "silent": told.bar in obligations.silent}
