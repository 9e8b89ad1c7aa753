# METADATA
# title: Whether a part is about somebody who is no person of the case
# description: |
#   A person of the case is one whom the message lists.
package sharing.derive.third_party

persons(message) := {segment.about |
	some segment in message.segments
	not message.persons[segment.about]
}
