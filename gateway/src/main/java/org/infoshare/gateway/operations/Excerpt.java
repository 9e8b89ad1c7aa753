package org.infoshare.gateway.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.SegmentId;

/**
 * What a part is about, enough for a duty worker to recognise it beside the case file, without what
 * it says of people and places: of every word that is not among a few harmless ones only the first
 * character is left. A name in small letters is a name, too; what a code joins are words.
 */
record Excerpt(String text) {

  private static final int LENGTH = 240;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Set<String> HARMLESS =
      Set.of(
          """
          a about after again alcohol all alone also always an and any are as asked at baby bad be because been before
          being but by bytes can child children could dad day days did do does drinking drinks drugs each every
          father few file first for from had has have he her here hers him his home hospital how hurt if in into is it
          its know known last later left lives longer made may me met month months more moved mother much mum must my
          never new no nobody not now nursery of off often old on once one only or other our out over partner police
          present rang ring said saw say says school seen she since so some somebody still than that the their them
          then there they this time to today told too treatment two under until up us use used uses very violence
          visit visited was we week weeks went were what when where which who will with without would write years yes
          yesterday you
          """
              .strip()
              .split("\\s+"));
  private static final ObjectMapper JSON = new ObjectMapper();

  static Excerpt of(CaseMessage message, SegmentId id) {
    return message.segments().stream()
        .filter(segment -> segment.id().equals(id))
        .findFirst()
        .map(segment -> masked(said(message, id, segment.content())))
        .orElse(new Excerpt(""));
  }

  private static String said(CaseMessage message, SegmentId id, Content content) {
    if (content instanceof Content.Unclassified file) {
      return file.mediaType().startsWith("text/")
          ? new String(file.bytes(), StandardCharsets.UTF_8)
          : "a file, " + file.mediaType() + ", of " + file.bytes().length + " bytes";
    }
    try {
      JsonNode segments = JSON.readTree(CanonicalJson.write(message)).path("segments");
      List<String> said = new ArrayList<>();
      StreamSupport.stream(segments.spliterator(), false)
          .filter(segment -> segment.path("id").asText().equals(id.value()))
          .forEach(segment -> collect(segment.path("content"), said));
      return String.join("; ", said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Excerpt masked(String text) {
    var words = new ArrayList<String>();
    for (String word : text.strip().split("[\\s_]+")) {
      words.add(harmless(word) ? word : word.substring(0, word.offsetByCodePoints(0, 1)) + "•••");
    }
    String masked = String.join(" ", words);
    return new Excerpt(masked.length() <= LENGTH ? masked : masked.substring(0, LENGTH) + "…");
  }

  /** Whether it is nothing but harmless words and the marks between them. */
  private static boolean harmless(String word) {
    return word.codePoints().noneMatch(c -> Character.isDigit(c) || c == '@')
        && WORD.matcher(word)
            .results()
            .allMatch(part -> HARMLESS.contains(part.group().toLowerCase(Locale.ROOT)));
  }

  private static void collect(JsonNode node, List<String> said) {
    if (node.isTextual() || node.isNumber()) {
      said.add(node.asText());
    } else {
      node.forEach(child -> collect(child, said));
    }
  }
}
