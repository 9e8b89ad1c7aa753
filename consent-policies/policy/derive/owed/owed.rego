# METADATA
# title: Who owes an obligation, and by when
# description: |
#   By the table of obligations. For an immediate risk some may follow that else come before
#   sending.
package sharing.derive.owed

of(given, code) := {
	"code": name,
	"owner": row.owner,
	"due": due(given, code, row),
	"before_sending": before_sending(given, row),
	"silent": object.get(row, "silent", false),
	"repeats": object.get(row, "repeats", false),
} if {
	name := split(code, "(")[0]
	row := data.tables.obligations[name]
}

due(given, code, row) := time if {
	time := trim_suffix(split(code, "(")[1], ")")
} else := row.immediate if {
	"immediate" in bands(given)
} else := row.due if {
	is_string(row.due)
} else := time if {
	time := [row.due[band] | some band in bands(given)][0]
} else := "with_message" if {
	row.with_message == true
} else := "before_sending"

before_sending(given, row) := false if {
	row.immediate
	"immediate" in bands(given)
} else := object.get(row, "before_sending", false)

# The columns of the table that hold for the risk, the nearest first.
bands(given) := ["immediate", "red", "else"] if {
	given.risk in {"immediate", "immediate_unsupported"}
} else := ["red", "else"] if {
	given.risk in {"red", "red_stale"}
} else := ["else"]
