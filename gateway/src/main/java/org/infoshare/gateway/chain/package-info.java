/**
 * The integrity of the decision records: each is chained to the one before soon after it was
 * committed, never in the transaction that decides; the chain is signed every day; and whoever has
 * the master key can check that nothing was changed or taken away since.
 */
package org.infoshare.gateway.chain;
