package org.infoshare.gateway.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.webjars.WebJarVersionLocator;

/**
 * The style of every page: the GOV.UK design system's and ours, in one sheet. As two, the first can
 * apply before the second is there: the page is then drawn in the fonts of GOV.UK, which are for its
 * own domains only, and which are not here.
 */
@RestController
class StyleSheet {

  private final byte[] style;
  private final String etag;

  StyleSheet() {
    var govuk =
        new WebJarVersionLocator()
            .fullPath("govuk-frontend", "dist/govuk/govuk-frontend.min.css");
    style = (text(govuk) + "\n" + text("static/assets/gateway.css")).getBytes(StandardCharsets.UTF_8);
    etag = '"' + DigestUtils.md5DigestAsHex(style) + '"';
  }

  @GetMapping(path = "/assets/style.css", produces = "text/css;charset=utf-8")
  ResponseEntity<byte[]> style() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag(etag).body(style);
  }

  private static String text(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
