# METADATA
# title: What named persons have released
# description: |
#   For each segment and rule the newest counts; two persons count as two only for the function
#   that they named.
package sharing.derive.release

of(request, segment) := [{"rule": rule, "by": by(request, newest)} |
	some rule in {release.rule | some release in request.releases}
	about := [release | some release in request.releases; is_for(request, release, segment, rule)]
	newest := sort([[release.at, alone(request, release), release] | some release in about])[count(about) - 1][2]
]

is_for(request, release, segment, rule) if {
	release.segment == segment.id
	release.rule == rule
	release.at <= request.now
}

by(request, release) := "two_persons" if {
	release.by != release.second
	release.to_function == request.recipient.function
} else := "person"

# At the same moment the release by one person is the newer.
alone(request, release) if {
	by(request, release) == "person"
} else := false
