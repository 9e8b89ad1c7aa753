package org.infoshare.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infoshare.fixtures.agencies.CglClient;
import org.infoshare.fixtures.agencies.ChildrensServicesClient;
import org.infoshare.fixtures.keycloak.KeycloakProcess;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.fixtures.mail.DutyMailbox;
import org.infoshare.fixtures.tls.TlsFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * The whole application in this process, with a database, a policy engine and a mail server of its
 * own, and the shared Keycloak.
 */
public final class RunningGateway implements AutoCloseable {

  private final TlsFolder tls;
  private final DutyMailbox mailbox;
  private final KeycloakProcess keycloak;
  private final ServletWebServerApplicationContext application;

  private RunningGateway(
      TlsFolder tls,
      DutyMailbox mailbox,
      KeycloakProcess keycloak,
      ServletWebServerApplicationContext application) {
    this.tls = tls;
    this.mailbox = mailbox;
    this.keycloak = keycloak;
    this.application = application;
  }

  /**
   * Starts it and lets its people log in.
   *
   * @param folder for everything that it keeps
   * @param more settings by name, for example {@code partner.cgl.address}; they come before those
   *     that are made here
   */
  public static RunningGateway start(Path folder, Map<String, String> more) {
    TlsFolder tls = TlsFolder.in(folder.resolve("tls"));
    DutyMailbox mailbox = DutyMailbox.start();
    KeycloakProcess keycloak = KeycloakProcess.shared();
    var settings = new LinkedHashMap<String, String>();
    settings.put("server.port", "0");
    settings.put("gateway.data", folder.resolve("data").toString());
    settings.put("gateway.tls.folder", tls.folder().toString());
    settings.put("gateway.keycloak.issuer", keycloak.issuer().toString());
    settings.put(
        "gateway.duty.addresses",
        "duty-one@childrens-services.example,duty-two@childrens-services.example");
    settings.put("gateway.duty.from", "gateway@infoshare.example");
    settings.put("gateway.duty.page", "https://127.0.0.1/operations");
    settings.put("gateway.duty.emergency-telephone", "01632 960123");
    settings.put("spring.mail.host", mailbox.host());
    settings.put("spring.mail.port", String.valueOf(mailbox.port()));
    settings.putAll(more);
    String[] arguments =
        settings.entrySet().stream()
            .map(one -> "--" + one.getKey() + "=" + one.getValue())
            .toArray(String[]::new);
    var application =
        (ServletWebServerApplicationContext)
            SpringApplication.run(GatewayApplication.class, arguments);
    var gateway = new RunningGateway(tls, mailbox, keycloak, application);
    keycloak.allowLogInFrom(List.of(gateway.address()));
    return gateway;
  }

  /** Starts it as it is delivered. */
  public static RunningGateway start(Path folder) {
    return start(folder, Map.of());
  }

  public URI address() {
    return URI.create("https://127.0.0.1:" + application.getWebServer().getPort());
  }

  public TlsFolder tls() {
    return tls;
  }

  public DutyMailbox mailbox() {
    return mailbox;
  }

  public KeycloakProcess keycloak() {
    return keycloak;
  }

  /** A part of the application, to look into or to drive a clock by hand. */
  public <T> T part(Class<T> type) {
    return application.getBean(type);
  }

  /** All parts of a type. */
  public <T> List<T> parts(Class<T> type) {
    return List.copyOf(application.getBeansOfType(type).values());
  }

  public ChildrensServicesClient childrensServices() {
    return new ChildrensServicesClient(address(), tls, keycloak.tokens()::childrensServices);
  }

  public CglClient cgl() {
    return new CglClient(address(), tls, keycloak.tokens()::cgl);
  }

  /** A person who has logged in to the operators' page. */
  public OperatorBrowser loggedIn(String user) {
    return OperatorBrowser.logIn(address(), tls, user, keycloak.passwords().get(user));
  }

  @Override
  public void close() {
    application.close();
    mailbox.close();
  }
}
