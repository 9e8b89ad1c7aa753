# METADATA
# title: What is owed because of the risk that is claimed
# description: |
#   The duty team's clock, the reminder that this is no emergency call, another look at an old
#   rating, and how long a held part may wait.
package sharing.kernel.obligations.risk

codes(given) := {"O1(15m)", "O14"} | untold(given) if {
	given.risk in {"immediate", "immediate_unsupported"}
} else := {"O1(4h)"} | untold(given) if {
	given.risk == "red"
} else := {"O27"} | untold(given) if {
	given.risk == "red_stale"
} else := untold(given)

# Whoever must not be told now is looked at again.
untold(given) := set() if given.informing_is_unsafe == false

else := {"O4"}

timer(given) := "H15m" if {
	given.risk == "immediate"
} else := "H1d" if {
	given.risk == "amber"
} else := "H5d" if {
	given.risk == "green"
} else := "H1h"
