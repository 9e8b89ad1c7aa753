package org.infoshare.gateway.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.infoshare.gateway.DataFolder;
import org.infoshare.gateway.GatewaySettings;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the gateway's own policy engine once its bundles can be fetched, and stops it with the
 * application.
 */
final class PolicyEngine implements SmartLifecycle {

  private final OpaProcess process;
  private final Path configuration;
  private final Path tokenFile;
  private final GatewaySettings settings;
  private final BundleToken token;
  private final ServletWebServerApplicationContext application;
  private volatile boolean running;

  PolicyEngine(
      GatewaySettings settings,
      DataFolder data,
      BundleToken token,
      int port,
      ServletWebServerApplicationContext application) {
    Path folder = data.path("opa");
    this.settings = settings;
    this.token = token;
    this.application = application;
    this.configuration = folder.resolve("config.yaml");
    this.tokenFile = folder.resolve("bundle-token");
    this.process =
        new OpaProcess(OpaBinary.find(settings.opa().binary()), configuration, folder, port);
  }

  @Override
  public void start() {
    try {
      Files.createDirectories(configuration.getParent());
      writeForOwner(tokenFile, token.value());
      int gatewayPort = application.getWebServer().getPort();
      Files.writeString(
          configuration,
          new OpaConfiguration(gatewayPort, settings.tls().authority(), tokenFile).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process.start();
    running = true;
  }

  private static void writeForOwner(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }

  @Override
  public void stop() {
    process.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the web server, which serves the bundles; before the lanes, which ask for decisions. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 512;
  }
}
