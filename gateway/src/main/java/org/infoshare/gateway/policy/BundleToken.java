package org.infoshare.gateway.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a policy engine shows to fetch its bundles. */
public record BundleToken(String value) {

  /** A new one, known to nobody else. */
  public static BundleToken generated() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new BundleToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Whether this is it; takes as long for a nearly right one as for a wrong one. */
  public boolean matches(String shown) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
