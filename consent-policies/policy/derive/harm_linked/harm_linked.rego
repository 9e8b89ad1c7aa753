# METADATA
# title: Whether a part says something about the harm that is feared
# description: |
#   By the harm map, for persons from whom or to whom the harm goes.
package sharing.derive.harm_linked

categories(risk) := {category | some harm in risk.harm; some category in data.tables.harm[harm]}

persons(risk) := {person | some side in ["to", "from"]; some person in risk[side]}
