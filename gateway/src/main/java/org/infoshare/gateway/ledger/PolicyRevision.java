package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What IG leads edit, as it stood from one moment on.
 *
 * @param revision its name, which stands in every decision made with it
 * @param why in the words of the person who made it
 */
public record PolicyRevision(
    String revision,
    Instant activatedAt,
    String by,
    String why,
    JsonNode tables,
    JsonNode agreements) {

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** Whether the content is the one that was given this name: false if somebody changed it. */
  public boolean isAsNamed() {
    return revision.endsWith("-" + content(tables, agreements));
  }

  /**
   * The first digits of the content's hash: the same content under another number is seen to be the
   * same.
   */
  static String content(JsonNode tables, JsonNode agreements) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (JsonNode tree : new JsonNode[] {tables, agreements}) {
        digest.update(SORTED.writeValueAsBytes(SORTED.treeToValue(tree, Object.class)));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
