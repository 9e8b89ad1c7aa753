package org.infoshare.gateway.chain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The chain as it was at the end of a day, signed.
 *
 * @param number from 1, without gaps
 * @param lastRecord the number of the chain's last link then; 0: there was none
 * @param previousHash of the signature before
 */
record DaySigned(
    int number,
    LocalDate day,
    long lastRecord,
    byte[] chainHash,
    byte[] previousHash,
    byte[] signature) {

  static final String SELECT =
      "select number, day, last_record, chain_hash, previous_hash, signature from record_signature";

  static DaySigned of(ResultSet row) throws SQLException {
    return new DaySigned(
        row.getInt("number"),
        row.getObject("day", LocalDate.class),
        row.getLong("last_record"),
        row.getBytes("chain_hash"),
        row.getBytes("previous_hash"),
        row.getBytes("signature"));
  }

  /** What is signed. */
  byte[] words() {
    return Hashing.text("decision records", number, day, lastRecord, chainHash, previousHash)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What the next one names. */
  byte[] hash() {
    return Hashing.of(words(), signature);
  }

  /** By which a person recognises it elsewhere, in a log for example. */
  String fingerprint() {
    return HexFormat.of().formatHex(hash()).substring(0, 16);
  }
}
