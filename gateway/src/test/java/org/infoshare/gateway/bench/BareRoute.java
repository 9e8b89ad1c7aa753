package org.infoshare.gateway.bench;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.slf4j.LoggerFactory;

/**
 * What the gateway is measured against: SOAP in, the same as JSON out by REST, and an
 * acknowledgement when the partner has it. It checks nothing, keeps nothing, decides nothing and
 * logs nothing; TLS is as the gateway's.
 */
final class BareRoute {

  private static final String CONTRACT = "urn:infoshare:childrens-services:v1";
  private static final String FROM =
      "cxf:/childrens-services?bus=#cxf&dataFormat=PAYLOAD&wsdlURL=contracts/childrens-services/gateway.wsdl"
          + "&serviceName={"
          + CONTRACT
          + ":gateway}SupportRequestsService&portName={"
          + CONTRACT
          + ":gateway}SupportRequestsPort";
  private static final byte[] RECEIVED =
      ("<supportRequestReceived xmlns=\""
              + CONTRACT
              + "\"><status>received</status><messageId>bench</messageId></supportRequestReceived>")
          .getBytes(StandardCharsets.UTF_8);

  private static final JAXBContext XML = xml();
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private BareRoute() {}

  /** Arguments: the port to listen on, the folder with keys, the partner's address. */
  public static void main(String[] arguments) throws Exception {
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
    Path keys = Path.of(arguments[1]);
    String password = Files.readString(keys.resolve("password")).strip();
    Bus bus = BusFactory.newInstance().createBus();
    BusFactory.setDefaultBus(bus);
    serve(bus, Integer.parseInt(arguments[0]), keys, password);
    var camel = new DefaultCamelContext();
    camel.getRegistry().bind("cxf", bus);
    camel.getRegistry().bind("partnerTls", partnerTls(keys, password));
    // With a client certificate the pool takes each connection for a person's own, and never uses
    // it again.
    HttpClientConfigurer keptAlive = HttpClientBuilder::disableConnectionState;
    camel.getRegistry().bind("keptAlive", keptAlive);
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(FROM)
                .convertBodyTo(byte[].class)
                .removeHeaders("*")
                .transform()
                .body(byte[].class, BareRoute::json)
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .to(
                    arguments[2]
                        + "/referrals?httpMethod=POST&sslContextParameters=#partnerTls&httpClientConfigurer=#keptAlive"
                        + "&connectionsPerRoute=64&maxTotalConnections=64")
                .removeHeaders("*")
                .setBody(constant(RECEIVED));
          }
        });
    camel.start();
    System.out.println("ready");
    Thread.currentThread().join();
  }

  /** From one form to the other as the two libraries do it by themselves: no schema, no mapping. */
  private static byte[] json(byte[] document) {
    try {
      var read = XML.createUnmarshaller().unmarshal(new ByteArrayInputStream(document));
      return JSON.writeValueAsBytes(read);
    } catch (JAXBException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JAXBContext xml() {
    try {
      return JAXBContext.newInstance(ChildrensServicesContract.JAXB_PACKAGE);
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void serve(Bus bus, int port, Path keys, String password) throws Exception {
    var certificate = new SSLHostConfig();
    var own = new SSLHostConfigCertificate(certificate, SSLHostConfigCertificate.Type.UNDEFINED);
    own.setCertificateKeystoreFile(keys.resolve("gateway.p12").toString());
    own.setCertificateKeystorePassword(password);
    own.setCertificateKeystoreType("PKCS12");
    certificate.addCertificate(own);
    var connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    connector.setProperty("SSLEnabled", "true");
    connector.setScheme("https");
    connector.setSecure(true);
    connector.addSslHostConfig(certificate);
    var tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("bare-route").toString());
    tomcat.setConnector(connector);
    var context = tomcat.addContext("", null);
    var servlet = new CXFNonSpringServlet();
    servlet.setBus(bus);
    Tomcat.addServlet(context, "cxf", servlet).setLoadOnStartup(1);
    context.addServletMappingDecoded("/soap/*", "cxf");
    tomcat.start();
  }

  private static SSLContextParameters partnerTls(Path keys, String password) {
    var own = new KeyManagersParameters();
    own.setKeyStore(store(keys.resolve("gateway.p12"), password));
    own.setKeyPassword(password);
    var trust = new TrustManagersParameters();
    trust.setKeyStore(store(keys.resolve("truststore.p12"), password));
    var tls = new SSLContextParameters();
    tls.setKeyManagers(own);
    tls.setTrustManagers(trust);
    return tls;
  }

  private static KeyStoreParameters store(Path file, String password) {
    var store = new KeyStoreParameters();
    store.setType("PKCS12");
    store.setResource("file:" + file);
    store.setPassword(password);
    return store;
  }
}
