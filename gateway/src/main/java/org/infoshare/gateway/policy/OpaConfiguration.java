package org.infoshare.gateway.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the policy engine is told at its start: where its bundles are, how to ask for them, and how
 * often.
 */
record OpaConfiguration(int gatewayPort, Path authority, Path tokenFile) {

  /** YAML takes JSON as it is. */
  String text() {
    try {
      return new ObjectMapper()
          .writeValueAsString(
              Map.of(
                  "services",
                      Map.of(
                          "gateway",
                          Map.of(
                              "url", "https://127.0.0.1:" + gatewayPort + "/policy/bundles",
                              "tls",
                                  Map.of(
                                      "ca_cert", authority.toString(), "system_ca_required", false),
                              "credentials",
                                  Map.of("bearer", Map.of("token_path", tokenFile.toString())))),
                  "bundles", Map.of("kernel", bundle("kernel"), "tables", bundle("tables"))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> bundle(String name) {
    return Map.of(
        "service",
        "gateway",
        "resource",
        name + ".tar.gz",
        "polling",
        Map.of("min_delay_seconds", 1, "max_delay_seconds", 2));
  }
}
