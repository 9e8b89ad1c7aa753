package org.infoshare.gateway.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.infoshare.gateway.GatewaySettings;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who the gateway is to others, and which authority it believes: its own, and no other. */
@Configuration
class TlsWiring {

  private static final String TYPE = "PKCS12";

  /** For the server ({@code server.ssl.bundle}) and for calls to Keycloak. */
  @Bean
  SslBundleRegistrar gatewayBundle(GatewaySettings settings) {
    String password = password(settings.tls().folder());
    var keys = new JksSslStoreDetails(TYPE, null, store(settings, "gateway.p12"), password);
    var trust = new JksSslStoreDetails(TYPE, null, store(settings, "truststore.p12"), password);
    return registry ->
        registry.registerBundle(
            "gateway", SslBundle.of(new JksSslStoreBundle(keys, trust), SslBundleKey.of(password)));
  }

  /**
   * For calls to partners: they see our certificate, and we believe theirs only if our authority
   * made it.
   */
  @Bean
  SSLContextParameters partnerTls(GatewaySettings settings) {
    String password = password(settings.tls().folder());
    var keys = new KeyManagersParameters();
    keys.setKeyStore(keyStore(store(settings, "gateway.p12"), password));
    keys.setKeyPassword(password);
    var trust = new TrustManagersParameters();
    trust.setKeyStore(keyStore(store(settings, "truststore.p12"), password));
    var tls = new SSLContextParameters();
    tls.setKeyManagers(keys);
    tls.setTrustManagers(trust);
    return tls;
  }

  private static KeyStoreParameters keyStore(String resource, String password) {
    var store = new KeyStoreParameters();
    store.setType(TYPE);
    store.setResource(resource);
    store.setPassword(password);
    return store;
  }

  private static String store(GatewaySettings settings, String name) {
    return "file:" + settings.tls().folder().resolve(name).toAbsolutePath();
  }

  private static String password(Path folder) {
    try {
      return Files.readString(folder.resolve("password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("no password file in gateway.tls.folder", e);
    }
  }
}
