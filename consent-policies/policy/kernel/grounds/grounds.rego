# METADATA
# title: What the law gives, in the kernel's words
# description: |
#   A basis is a list, strongest first; the tables say which of them oblige and which only
#   allow.
package sharing.kernel.grounds

# The strongest basis that obliges to share; undefined if there is none.
duty(given) := [basis | some basis in given.basis; basis in data.tables.duty][0]

power_or_duty(given) if given.public_interest == true

power_or_duty(given) if {
	some basis in given.basis
	basis in data.tables.power
}

power_or_duty(given) if duty(given)
