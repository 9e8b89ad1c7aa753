package org.infoshare.gateway.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server on loopback. When it falls silent, the connections that it has carry nothing
 * more and none is closed, as when a host loses its power or a firewall drops packets; new ones
 * work, as with a new primary at the old address.
 */
final class SilentLine implements AutoCloseable {

  private final ServerSocket door;
  private final int server;
  private final AtomicInteger silences = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SilentLine(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  /**
   * @param server its port
   */
  static SilentLine to(int server) throws IOException {
    var line = new SilentLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    line.threads.submit(line::accept);
    return line;
  }

  int port() {
    return door.getLocalPort();
  }

  void fallSilent() {
    silences.incrementAndGet();
  }

  private Void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
      int since = silences.get();
      threads.submit(() -> carry(client, behind, since));
      threads.submit(() -> carry(behind, client, since));
    }
  }

  private Void carry(Socket from, Socket to, int since) throws IOException {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[8_192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (since == silences.get()) {
          out.write(buffer, 0, read);
        }
      }
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
