package org.infoshare.gateway.ledger;

/**
 * What a person wrote, as the ledger keeps it.
 *
 * @param key the name of the key that it is encrypted under
 */
record SealedWords(String key, byte[] text) {}
