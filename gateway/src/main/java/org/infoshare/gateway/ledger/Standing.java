package org.infoshare.gateway.ledger;

/**
 * What every decision about a case rests on, at one moment.
 *
 * @param activeTables the policy's revision in force; empty before the first start has made one
 */
record Standing(long factsVersion, String activeTables) {}
