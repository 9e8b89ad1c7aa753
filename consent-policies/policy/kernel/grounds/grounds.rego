# METADATA
# title: What the law gives, in the kernel's words
# description: |
#   A basis is a list, strongest first; the tables say which of them oblige and which only
#   allow.
package sharing.kernel.grounds

# The strongest basis that obliges to share; undefined if there is none.
duty(given) := [basis | some basis in given.basis; basis in data.tables.duty][0]

# What allows to share. A duty carries what is needed; to what only may go it gives leave.
power_or_duty(given, _) if given.public_interest == true

power_or_duty(given, _) if {
	some basis in given.basis
	basis in data.tables.power
}

power_or_duty(given, segment) if {
	segment.need == "may"
	duty(given)
}
