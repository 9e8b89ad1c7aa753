# METADATA
# title: Whether a part is about somebody who is no person of the case
# description: |
#   A person of the case is one whom the message lists.
package sharing.derive.third_party

of(request, segment) := false if {
	request.persons[segment.about]
} else := true
