package org.infoshare.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.infoshare.fixtures.agencies.CglClient;
import org.infoshare.fixtures.agencies.ChildrensServicesClient;
import org.infoshare.fixtures.keycloak.KeycloakProcess;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.fixtures.mail.DutyMailbox;
import org.infoshare.fixtures.tls.TlsFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The whole application in this process, with a database, a policy engine and a mail server of its own, and the shared Keycloak. */
public final class RunningGateway implements AutoCloseable {

  private final TlsFolder tls;
  private final DutyMailbox mailbox;
  private final KeycloakProcess keycloak;
  private final ServletWebServerApplicationContext application;

  private RunningGateway(
      TlsFolder tls, DutyMailbox mailbox, KeycloakProcess keycloak, ServletWebServerApplicationContext application) {
    this.tls = tls;
    this.mailbox = mailbox;
    this.keycloak = keycloak;
    this.application = application;
  }

  /**
   * Starts it and lets its people log in.
   *
   * @param folder for everything that it keeps
   * @param more settings, for example {@code --partner.cgl.address=…}
   */
  public static RunningGateway start(Path folder, String... more) {
    TlsFolder tls = TlsFolder.in(folder.resolve("tls"));
    DutyMailbox mailbox = DutyMailbox.start();
    KeycloakProcess keycloak = KeycloakProcess.shared();
    var settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--gateway.data=" + folder.resolve("data"),
                "--gateway.tls.folder=" + tls.folder(),
                "--gateway.keycloak.issuer=" + keycloak.issuer(),
                "--gateway.duty.addresses=duty-one@childrens-services.example,duty-two@childrens-services.example",
                "--gateway.duty.from=gateway@infoshare.example",
                "--gateway.duty.page=https://127.0.0.1/operations",
                "--gateway.duty.emergency-telephone=01632 960123",
                "--spring.mail.host=" + mailbox.host(),
                "--spring.mail.port=" + mailbox.port()));
    settings.addAll(List.of(more));
    var application =
        (ServletWebServerApplicationContext)
            SpringApplication.run(GatewayApplication.class, settings.toArray(String[]::new));
    var gateway = new RunningGateway(tls, mailbox, keycloak, application);
    keycloak.allowLogInFrom(List.of(gateway.address()));
    return gateway;
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
