package org.infoshare.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What OPA loads: rules, or tables and agreements, each with roots and a revision of its own. The
 * same content makes the same bytes.
 *
 * @param revision what a decision names it by
 * @param bytes a gzipped tar with a manifest
 */
public record PolicyBundle(String revision, byte[] bytes) {

  /** The rules; their revision follows from what is in them. */
  public static PolicyBundle kernel(SortedMap<String, String> rules) {
    ObjectNode content = json();
    rules.forEach(content::put);
    String revision = "kernel-" + shortened(CanonicalJson.sha256(content));
    var files = new TreeMap<String, String>(rules);
    ObjectNode data = json();
    data.putObject("revisions").put("kernel", revision);
    return of(revision, List.of("sharing", "revisions/kernel"), data, files);
  }

  /** What the engine may be asked by whoever reaches its port, and by whom its policy is not changed. */
  static PolicyBundle authorization() {
    var files = new TreeMap<String, String>();
    files.put("authorization.rego", PolicyFiles.authorization());
    ObjectNode content = json();
    files.forEach(content::put);
    String revision = "authorization-" + shortened(CanonicalJson.sha256(content));
    return of(revision, List.of("system/authz"), json(), files);
  }

  /** Tables and agreements under a revision that follows from what is in them. */
  public static PolicyBundle tables(
      Map<String, JsonNode> tables, Map<String, JsonNode> agreements) {
    ObjectNode content = json();
    content.set("tables", PolicyJson.mapper().valueToTree(new TreeMap<>(tables)));
    content.set("agreements", PolicyJson.mapper().valueToTree(new TreeMap<>(agreements)));
    return tables(tables, agreements, "tables-" + shortened(CanonicalJson.sha256(content)));
  }

  /**
   * Tables and agreements, as they were edited: dates are days, and become moments here.
   *
   * @throws InvalidPolicyTable if a table or an agreement is not in its form, or one is missing
   */
  public static PolicyBundle tables(
      Map<String, JsonNode> tables, Map<String, JsonNode> agreements, String revision) {
    TableSchemas.check(tables, agreements);
    ObjectNode data = data(tables, agreements);
    data.putObject("revisions").put("tables", revision);
    return of(revision, List.of("tables", "agreements", "revisions/tables"), data, new TreeMap<>());
  }

  /** Tables and agreements as the rules read them. */
  static ObjectNode data(Map<String, JsonNode> tables, Map<String, JsonNode> agreements) {
    ObjectNode data = json();
    ObjectNode all = data.putObject("tables");
    tables.values().forEach(table -> all.setAll((ObjectNode) Moments.of(table)));
    ObjectNode byAgency = data.putObject("agreements");
    agreements.forEach((agency, agreement) -> byAgency.set(agency, Moments.of(agreement)));
    return data;
  }

  private static PolicyBundle of(
      String revision, List<String> roots, ObjectNode data, SortedMap<String, String> files) {
    ObjectNode manifest = json().put("revision", revision).put("rego_version", 1);
    roots.forEach(manifest.putArray("roots")::add);
    files.put("data.json", text(data));
    files.put(".manifest", text(manifest));
    return new PolicyBundle(revision, Tar.gzipped(bytes(files)));
  }

  private static SortedMap<String, byte[]> bytes(SortedMap<String, String> files) {
    var bytes = new TreeMap<String, byte[]>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  private static String shortened(String hash) {
    return hash.substring(0, 12);
  }

  private static ObjectNode json() {
    return PolicyJson.mapper().createObjectNode();
  }

  private static String text(JsonNode json) {
    try {
      return PolicyJson.mapper().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
