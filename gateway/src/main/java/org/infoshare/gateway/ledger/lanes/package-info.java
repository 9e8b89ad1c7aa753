/**
 * Work that must stay in order: it waits in lanes, one lane runs once at a time across all nodes,
 * backs off on its own and survives every crash. What the work is does not belong here.
 *
 * <p>READ COMMITTED throughout. A transaction's lane statements are its last, several lanes in
 * sorted order; rows are read in a statement of their own, after the one that took the lane, whose
 * snapshot is older than its lock.
 */
package org.infoshare.gateway.ledger.lanes;
