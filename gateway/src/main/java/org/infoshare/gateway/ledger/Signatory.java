package org.infoshare.gateway.ledger;

/**
 * A named person who puts their name to something.
 *
 * @param account by which the record and the policy know them
 * @param name as people read it
 * @param role in which they may
 */
public record Signatory(String account, String name, String role) {}
