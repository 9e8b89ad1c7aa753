/**
 * Where the ledger's PostgreSQL comes from: embedded, or an external one by its address. What is
 * kept in it is the ledger's.
 */
package org.infoshare.gateway.database;
