# METADATA
# title: What the served engine answers
# description: |
#   Decisions, by which rules it makes them, and whether it is well. Nobody reaches the kernel but
#   through derive, and nobody reads or changes the policy by this door.
package system.authz

default allow := false

allow if {
	input.method == "POST"
	input.path in {
		["v1", "data", "sharing", "answer"],
		["v1", "data", "sharing", "answers"],
		["v1", "data", "revisions", "kernel"],
	}
}

allow if {
	input.method == "GET"
	input.path == ["health"]
}
