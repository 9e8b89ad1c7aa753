# METADATA
# title: Who owes an obligation, and by when
# description: |
#   By the table of obligations. For an immediate risk some may follow that else come before
#   sending.
package sharing.derive.owed

of(risk, code) := {
	"code": name,
	"owner": row.owner,
	"due": due(risk, code, row),
	"before_sending": before_sending(risk, row),
	"silent": object.get(row, "silent", false),
	"repeats": object.get(row, "repeats", false),
} if {
	name := split(code, "(")[0]
	row := data.tables.obligations[name]
}

due(risk, code, row) := time if {
	time := trim_suffix(split(code, "(")[1], ")")
} else := row.immediate if {
	"immediate" in bands(risk)
} else := row.due if {
	is_string(row.due)
} else := time if {
	time := [row.due[band] | some band in bands(risk)][0]
} else := "with_message" if {
	row.with_message == true
} else := "before_sending"

before_sending(risk, row) := false if {
	row.immediate
	"immediate" in bands(risk)
} else := object.get(row, "before_sending", false)

# The columns of the table that hold for the risk, the nearest first.
bands(risk) := ["immediate", "red", "else"] if {
	risk in {"immediate", "immediate_unsupported"}
} else := ["red", "else"] if {
	risk in {"red", "red_stale"}
} else := ["else"]
