package org.infoshare.gateway.ledger;

import java.util.List;
import org.infoshare.model.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The areas of a message's family: for the directory, which knows whose they are. */
final class Areas {

  private final JdbcClient database;
  private final MessageTexts texts;

  Areas(JdbcClient database, MessageTexts texts) {
    this.database = database;
    this.texts = texts;
  }

  /** As the message states them; an answer that states none is about the family that was asked about. */
  List<String> of(Envelope envelope) {
    return envelope.areas().isEmpty()
        ? envelope
            .inReplyTo()
            .flatMap(id -> Answered.find(database, envelope.from(), id))
            .map(answered -> texts.of(answered.message()).message().envelope().areas())
            .orElse(List.of())
        : envelope.areas();
  }
}
