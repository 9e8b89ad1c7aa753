# METADATA
# title: Until when the answer holds
# description: |
#   The next moment at which a clock that may have been looked at could change the answer; the
#   facts being the same, it is the same before.
package sharing.derive.clock

forever := 253402300799

valid_until(message, request) := min({moment | some moment in own(request); moment > request.now} | {told(message)})

# The next moment of the clocks that run for every recipient.
told(message) := min({moment | some moment in moments(message); moment > message.now} | {forever})

moments(message) := (consents(message) | ratings(message)) | law

own(request) := {release.at | some release in request.releases} | agreement(request.recipient.agency)

consents(request) := {moment | some consent in request.consents; some moment in [consent.at, object.get(consent, "expires", consent.at)]}

# A rating counts through its last second.
ratings(request) := {at, (at + (data.tables.immediate.assessed_within_hours * 3600)) + 1, (at + (data.tables.stale_after_days.red * 86400)) + 1} if {
	at := request.risk.assessed_at
} else := set()

law := {moment | some moment in data.tables.commencement}

agreement(agency) := {moment | some part in ["from", "until"]; moment := data.agreements[agency][part]}
