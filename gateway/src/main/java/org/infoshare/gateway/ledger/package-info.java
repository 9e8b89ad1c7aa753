/**
 * The ledger on PostgreSQL: what came in, what was decided, what left and what is owed, each step
 * in one transaction. One class for each step of the road; {@link
 * org.infoshare.gateway.ledger.JdbcLedger} is the door. Neither what a decision says nor how a
 * message is sent belongs here.
 */
package org.infoshare.gateway.ledger;
