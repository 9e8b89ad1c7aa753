package org.infoshare.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Documents of the fixture folders, as a sender sends them. */
public final class Situation {

  private Situation() {}

  /** A support request of children's services, under an id of its own. */
  public static String supportRequest(String situation, String id) {
    return childrensServices(situation).replaceFirst("(<messageId>)[^<]*", "$1" + id);
  }

  /** One that was refused, at a high risk that was assessed an hour ago: it goes by an override. */
  public static String redAgainstRefusal(String id) {
    return supportRequest("agreement-refused", id)
        .replaceFirst("<rating>amber", "<rating>red")
        .replaceAll("(<assessedAt>)[^<]*", "$1" + Instant.now().minusSeconds(3600));
  }

  /** A document of children's services as it stands in its folder, without XML declaration. */
  public static String childrensServices(String situation) {
    try (var file =
        Situation.class.getResourceAsStream(
            "/fixtures/childrens-services/" + situation + "/received.xml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("<\\?xml[^>]*\\?>", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
