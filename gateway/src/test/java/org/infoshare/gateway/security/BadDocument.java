package org.infoshare.gateway.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One of the fixture folders {@code bad-…}: what an agency sent, and how it is refused.
 *
 * @param says words that stand in the refusal
 * @param personal what must not stand in it
 */
record BadDocument(
    String agency, String name, String text, String code, String says, Set<String> personal) {

  private static final Pattern FOLDER = Pattern.compile("fixtures/([^/]+)/(bad-[^/]+)/");
  private static final Pattern VALUE =
      Pattern.compile(
          "<(?:givenName|familyName|line|postcode|telephone|nhsNumber|name|callBack)>([^<]{4,})|"
              + "\"(?:name|callBack|allocatedPractitioner|place|text)\" *: *\"([^\"]{4,})");

  static List<BadDocument> all() throws IOException {
    var all = new ArrayList<BadDocument>();
    for (Resource received :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:fixtures/*/bad-*/received.*")) {
      all.add(of(received));
    }
    return all;
  }

  private static BadDocument of(Resource received) throws IOException {
    var folder = FOLDER.matcher(received.getURL().toString());
    if (!folder.find()) {
      throw new IllegalStateException("no folder of an agency: " + received);
    }
    String text = received.getContentAsString(StandardCharsets.UTF_8);
    JsonNode refused =
        new ObjectMapper()
            .readTree(received.createRelative("refused.json").getContentAsByteArray());
    Set<String> personal = new TreeSet<>(Set.of("Sample-", "ZZ99"));
    VALUE
        .matcher(text)
        .results()
        .map(value -> value.group(1) == null ? value.group(2) : value.group(1))
        .forEach(personal::add);
    if (refused.has("never")) {
      personal.add(refused.get("never").asText());
    }
    return new BadDocument(
        folder.group(1),
        folder.group(1) + "/" + folder.group(2),
        text,
        refused.get("code").asText(),
        refused.get("says").asText(),
        personal);
  }

  /** With its document type, if it has one, where XML has its place. */
  String inEnvelope() {
    String document = text.replaceFirst("<\\?xml[^>]*\\?>", "");
    int root = document.indexOf("<supportRequest");
    return document.substring(0, root).strip()
        + "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>"
        + document.substring(root)
        + "</soap:Body></soap:Envelope>";
  }
}
