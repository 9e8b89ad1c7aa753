/**
 * The keys under which the ledger keeps what it must not tell: a key for each case, one for the
 * registry's identifiers, one a year for the inputs of decisions, one that signs their records; all of them encrypted under a
 * master key that is not in the database. What is encrypted or proved with them does not belong
 * here.
 */
package org.infoshare.gateway.ledger.keys;
