# METADATA
# title: The court's order names it
# description: |
#   Treatment under a court order: what the order names may be told to the organisation that
#   supervises, and no more.
# custom:
#   rule: "T2"
#   hook: Offender Management Act 2007 s.14; the order
#   person: We passed this on because the court order says so.
package sharing.kernel.order_minimum

verdict(segment) := {"where": "goes", "rule": "T2"} if segment.order_minimum == true
