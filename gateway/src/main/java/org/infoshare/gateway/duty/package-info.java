/**
 * How people are told: of an immediate risk until a named person answers, of clocks that ran out,
 * and of a ledger that cannot be reached. No e-mail from here holds anything about a person.
 */
package org.infoshare.gateway.duty;
