# METADATA
# title: What the runner of worked cases asks
# description: |
#   The kernel alone, and the whole under agreements of the case's own. Loaded by the runner's own
#   process only; the served policy has no such door.
package sharing.runner

import data.sharing
import data.sharing.decision
import data.sharing.derive.purpose

# The input is what derive would have given.
kernel := decision.of(input)

# Several of them.
kernels := [decision.of(derived) | some derived in input.cases]

whole := answer if {
	request := purpose.settled(input.request)
	answer := sharing.to(request, request) with data.agreements as input.agreements
}
