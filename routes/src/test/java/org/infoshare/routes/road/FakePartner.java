package org.infoshare.routes.road;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;

/**
 * A partner whose form is the list of segments as JSON text, and who remembers what it was sent.
 */
final class FakePartner implements Partner {

  final List<ToSend> sent = new ArrayList<>();
  final List<Labels> labels = new ArrayList<>();
  Set<Label> carries = Set.of(Label.values());
  SendOutcome answer = new SendOutcome.Delivered(false);

  /** What its renderer adds to what it was given. */
  String writesBesides = "";

  @Override
  public AgencyId id() {
    return Invented.CGL.agency();
  }

  @Override
  public Set<Label> carries(CaseMessage message) {
    return carries;
  }

  @Override
  public Written write(CaseMessage message, Labels labels) {
    this.labels.add(labels);
    String canonical = new String(CanonicalJson.write(message), StandardCharsets.UTF_8);
    String written =
        writesBesides.isEmpty()
            ? canonical
            : canonical.replaceFirst("\\{", "{\"printed\":\"" + writesBesides + "\",");
    return new Written("application/json", written.getBytes(StandardCharsets.UTF_8), Set.of());
  }

  @Override
  public SendOutcome send(ToSend toSend) {
    sent.add(toSend);
    return answer;
  }

  @Override
  public Backoff backoff() {
    return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  String lastText() {
    return new String(sent.getLast().bytes(), StandardCharsets.UTF_8);
  }
}
