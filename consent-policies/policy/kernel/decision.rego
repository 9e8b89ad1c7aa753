# METADATA
# title: The order of the rules
# description: |
#   For each segment, from top to bottom, the first rule that applies decides. First the gates,
#   then the answer at a level of risk, then the standing of the recipient, last what a person
#   released. What most parts have in common is asked first, and saves asking many rules.
package sharing.decision

import data.sharing.kernel.agreement_lapsed
import data.sharing.kernel.bar
import data.sharing.kernel.bar_location
import data.sharing.kernel.claim_under_watch
import data.sharing.kernel.consent_conflict
import data.sharing.kernel.consent_given
import data.sharing.kernel.duty
import data.sharing.kernel.duty_green
import data.sharing.kernel.duty_refused_amber
import data.sharing.kernel.duty_refused_green
import data.sharing.kernel.duty_refused_high
import data.sharing.kernel.human_only
import data.sharing.kernel.need_unknown
import data.sharing.kernel.never_needed
import data.sharing.kernel.not_confidential
import data.sharing.kernel.not_in_area
import data.sharing.kernel.not_party
import data.sharing.kernel.nothing_green
import data.sharing.kernel.nothing_held
import data.sharing.kernel.nothing_immediate
import data.sharing.kernel.obligations
import data.sharing.kernel.order_minimum
import data.sharing.kernel.outcome
import data.sharing.kernel.power_green
import data.sharing.kernel.power_held
import data.sharing.kernel.power_immediate
import data.sharing.kernel.power_red
import data.sharing.kernel.purpose_incompatible
import data.sharing.kernel.recipient_not_verified
import data.sharing.kernel.refused_and_not_needed
import data.sharing.kernel.released
import data.sharing.kernel.stale_red
import data.sharing.kernel.third_party
import data.sharing.kernel.treatment_promise
import data.sharing.kernel.treatment_serious_risk
import data.sharing.kernel.unclassified
import data.sharing.kernel.weak_claim

# What derive found, decided: a verdict for each segment, the outcome and the codes of what is owed.
of(derived) := {"outcome": word, "obligations": codes, "segments": verdicts} if {
	given := derived.given
	segments := derived.segments
	plain := straight(given)
	verdicts := {segment.id: decided(given, plain, segment) | some segment in segments}
	word := outcome.of(given, segments, verdicts)
	codes := obligations.codes(given, segments, verdicts, word)
}

# plain: what most messages are: no gate is closed for the whole of it, and the recipient is in good
# standing. Then most parts go by the level of risk alone, or are not needed. Last, row 12: a person's
# release.
decided(given, plain, segment) := at_level(given, segment, given.risk) if {
	plain == true
	segment.bar == "none"
	segment.need in {"need", "may"}
	segment.unclassified == false
	segment.human_only == false
	segment.release == []
} else := v if {
	plain == true
	segment.bar == "none"
	segment.unclassified == false
	segment.human_only == false
	v := never_needed.verdict(segment)
} else := unreleased(given, segment) if {
	segment.release == []
} else := verdict if {
	row := unreleased(given, segment)
	released.heard(given, segment, row)
	otherwise := unreleased(released.in_good_standing(given), released.without(segment, row))
	verdict := released.verdict(given, segment, row, otherwise)
} else := unreleased(given, segment)

straight(given) if {
	given.recipient_verified == true
	given.purpose_compatible == true
	given.risk in levels
	not claim_under_watch.applies(given)
	in_good_standing(given) == true
} else := false

levels := {"green", "amber", "red", "immediate"}

# Rows 1 to 6: the gates, whatever the risk.
unreleased(given, segment) := v if {
	v := bar_location.verdict(segment)
} else := v if {
	v := bar.verdict(segment)
} else := v if {
	v := recipient_not_verified.verdict(given)
} else := v if {
	v := purpose_incompatible.verdict(given)
} else := v if {
	v := unclassified.verdict(segment)
} else := v if {
	v := human_only.verdict(segment)
} else := v if {
	v := never_needed.verdict(segment)
} else := v if {
	v := need_unknown.verdict(segment)
} else := v if {
	weak_claim.applies(given)
	v := by_claim(given, segment, "X3")
} else := v if {
	claim_under_watch.applies(given)
	v := by_claim(given, segment, "X5")
} else := at(given, segment, given.risk)

# Row 6: a weak claim.
by_claim(given, segment, rule) := weak_claim.verdict(
	at(given, segment, given.rag),
	answer(given, segment, "immediate"),
	floor(given, segment, rule),
)

floor(given, segment, rule) := standing(given, segment, "immediate", {"where": "goes", "rule": rule}) if {
	weak_claim.carries(given, segment)
} else := {"where": "held", "rule": rule}

# The answer at a level of risk; what is unknown is looked at as amber.
at(given, segment, level) := answer(given, segment, level) if {
	level in levels
} else := stale_red.verdict(segment, answer(given, segment, "amber"), answer(given, segment, "red")) if {
	level == "red_stale"
} else := answer(given, segment, "amber")

answer(given, segment, level) := standing(given, segment, level, at_level(given, segment, level))

# Row 7: of whom it is, to whom it goes and who agreed.
at_level(given, segment, level) := ordinary(given, segment, level) if {
	segment.third_party == false
	segment.order_minimum == false
	segment.to_supervision == false
} else := v if {
	v := apart(segment, level)
} else := ordinary(given, segment, level)

apart(segment, level) := v if {
	v := third_party.verdict(segment, level)
} else := v if {
	v := order_minimum.verdict(segment)
} else := v if {
	v := consent_given.verdict(segment)
} else := v if {
	v := treatment_serious_risk.verdict(segment, level)
} else := v if {
	v := treatment_promise.verdict(segment)
}

ordinary(given, segment, level) := v if {
	v := consent_given.verdict(segment)
} else := v if {
	v := not_confidential.verdict(given, segment)
} else := by_law(given, segment, level) if {
	not segment.consent in data.tables.refused
	segment.consent != "conflict"
} else := v if {
	v := against_objection(given, segment, level)
} else := by_law(given, segment, level)

# Row 8: somebody said no.
against_objection(given, segment, level) := v if {
	v := consent_conflict.verdict(given, segment, level)
} else := v if {
	v := refused_and_not_needed.verdict(segment, level)
} else := v if {
	v := duty_refused_high.verdict(given, segment, level)
} else := v if {
	v := duty_refused_amber.verdict(given, segment, level)
} else := v if {
	v := duty_refused_green.verdict(given, segment, level)
}

# Rows 9 and 10: what the law obliges to, what it allows, and what is left.
by_law(given, segment, level) := v if {
	v := duty_green.verdict(given, segment, level)
} else := v if {
	v := duty.verdict(given, segment, level)
} else := v if {
	v := power_green.verdict(given, segment, level)
} else := v if {
	v := power_immediate.verdict(given, segment, level)
} else := v if {
	v := power_red.verdict(given, segment, level)
} else := v if {
	v := power_held.verdict(given, segment)
} else := v if {
	v := nothing_immediate.verdict(given, segment, level)
} else := v if {
	v := nothing_green.verdict(level)
} else := nothing_held.verdict

# Row 11: what would go meets the standing of the recipient, each row in turn.
standing(given, segment, level, verdict) := verdict if {
	in_good_standing(given) == true
} else := in_force(given, level, in_area(given, level, as_party(given, segment, level, verdict))) if {
	verdict.where == "goes"
} else := verdict

in_good_standing(given) if {
	given.recipient_is_party == true
	given.recipient_in_area == true
	agreement_lapsed.in_force(given)
} else := false

as_party(given, segment, level, verdict) := v if {
	v := not_party.verdict(given, segment, level)
} else := verdict

in_area(given, level, verdict) := v if {
	verdict.where == "goes"
	v := not_in_area.verdict(given, level, verdict)
} else := verdict

in_force(given, level, verdict) := v if {
	verdict.where == "goes"
	v := agreement_lapsed.verdict(given, level, verdict)
} else := verdict
