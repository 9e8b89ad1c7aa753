package org.infoshare.gateway.policy;

import org.infoshare.consent.PolicyBundle;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where policy engines fetch their bundles; an unchanged one is answered with 304. Asks for the
 * bundle token.
 */
@RestController
@RequestMapping("/policy/bundles")
class BundleServer {

  private final PolicyBundles bundles;

  BundleServer(PolicyBundles bundles) {
    this.bundles = bundles;
  }

  @GetMapping("/kernel.tar.gz")
  ResponseEntity<byte[]> kernel() {
    return answer(bundles.kernel());
  }

  @GetMapping("/tables.tar.gz")
  ResponseEntity<byte[]> tables() {
    return answer(bundles.tables());
  }

  private static ResponseEntity<byte[]> answer(PolicyBundle bundle) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/gzip"))
        .eTag('"' + bundle.revision() + '"')
        .body(bundle.bytes());
  }
}
