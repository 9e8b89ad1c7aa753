# METADATA
# title: How great the risk is
# description: |
#   A claim of immediate risk counts only with what it must rest on; a red rating only while it
#   is fresh. What nobody rated is unknown.
package sharing.derive.risk

# What the sender claims, as far as it is supported.
claimed(request) := "immediate" if {
	request.risk.immediate == true
	supported(request)
} else := "immediate_unsupported" if {
	request.risk.immediate == true
} else := rated(request)

# What stands without the claim.
rated(request) := "red" if {
	request.risk.rag == "red"
	fresh(request, data.tables.stale_after_days.red * 86400)
} else := "red_stale" if {
	request.risk.rag == "red"
} else := request.risk.rag if {
	request.risk.rag in {"amber", "green"}
} else := "unknown"

supported(request) if {
	count(request.risk.to) > 0
	count(request.risk.harm) > 0
	request.risk.evidence == true
	fresh(request, data.tables.immediate.assessed_within_hours * 3600)
	request.sender.role in data.tables.immediate.roles
}

# A date after now is none.
fresh(request, seconds) if {
	request.risk.assessed_at <= request.now
	request.now - request.risk.assessed_at <= seconds
}
