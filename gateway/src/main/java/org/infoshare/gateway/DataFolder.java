package org.infoshare.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The folder that one running gateway has for itself. A second gateway on the same folder does not
 * start; a folder left by one that was killed is free at once, for the system takes a dead
 * process's lock away.
 */
@Component
public final class DataFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel channel;

  /** Another gateway has this folder. */
  public static final class InUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private InUse(Path folder) {
      super("another gateway runs on the data folder " + folder);
    }
  }

  /**
   * @throws InUse if another gateway runs on it
   */
  @Autowired
  public DataFolder(GatewaySettings settings) {
    this(settings.data());
  }

  /** As the other, for who has no settings but the folder. */
  public DataFolder(Path data) {
    try {
      folder = data.toAbsolutePath().normalize();
      Files.createDirectories(folder);
      ownerOnly(folder, "rwx------");
      channel =
          FileChannel.open(
              folder.resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new InUse(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path in this folder. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * A secret that is made the first time it is asked for, is the same from then on, and only this
   * user can read.
   */
  public String secret(String name) {
    Path file = path(name);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path unfinished = path(name + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished);
        ownerOnly(unfinished, "rw-------");
        Files.writeString(
            unfinished,
            Base64.getUrlEncoder().withoutPadding().encodeToString(random),
            StandardOpenOption.SYNC);
        Files.move(unfinished, file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
