package org.infoshare.gateway.chain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One record's place in the chain.
 *
 * @param number from 1, without gaps
 * @param signedUpTo the number of the newest signature when it was chained; 0 before the first
 */
record Link(long number, UUID decisionId, LocalDate retainUntil, byte[] recordHash, int signedUpTo) {

  /** What the first link follows. */
  static final byte[] BEGINNING = new byte[32];

  byte[] hashAfter(byte[] before) {
    return Hashing.of(before, number, decisionId, retainUntil, recordHash, signedUpTo);
  }
}
