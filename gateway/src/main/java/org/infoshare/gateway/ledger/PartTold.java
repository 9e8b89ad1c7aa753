package org.infoshare.gateway.ledger;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.infoshare.gateway.ledger.keys.Proof;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.CaseMessage;

/**
 * What a message's segment is, and what proves what it said; not what it said.
 *
 * @param mac HMAC, in hexadecimal, of the segment's canonical form under its case's key
 */
record PartTold(
    String segment, String category, String about, String standing, LocalDate asOf, String mac) {

  static List<PartTold> of(CaseMessage message, Proof proof) {
    return message.segments().stream()
        .map(
            segment ->
                new PartTold(
                    segment.id().value(),
                    segment.category().word(),
                    segment.about().value(),
                    segment.standing().word(),
                    segment.asOf(),
                    HexFormat.of().formatHex(proof.of(CanonicalJson.segment(segment)))))
        .toList();
  }
}
