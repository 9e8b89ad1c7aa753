# METADATA
# title: The law would allow it, and a person decides
# description: |
#   There is a power to share, which somebody must find necessary and proportionate first.
# custom:
#   rule: "L5"
#   hook: the power that the record names; ECHR Art 8
#   person: A named person is looking at this before anything is passed on.
package sharing.kernel.power_held

import data.sharing.kernel.grounds

verdict(given, segment) := {"where": "held", "rule": "L5"} if grounds.power_or_duty(given, segment)
