package org.infoshare.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One situation: what was received, what it means, what was decided, and what was sent to whom. */
public record FixtureFolder(Path folder) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every folder of every agency, wherever the class path has them. */
  public static List<FixtureFolder> all() {
    try (var agencies = Files.list(root())) {
      return agencies
          .filter(Files::isDirectory)
          .flatMap(FixtureFolder::children)
          .sorted()
          .map(FixtureFolder::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One folder by its name, for example {@code cgl/waiting}. */
  public static FixtureFolder named(String name) {
    return all().stream().filter(folder -> folder.name().equals(name)).findFirst().orElseThrow();
  }

  public String agency() {
    return plain(folder.getParent());
  }

  public String name() {
    return agency() + "/" + plain(folder);
  }

  /** The file whose name begins so, whatever its format. */
  public Optional<byte[]> file(String beginning) {
    return children(folder)
        .filter(file -> plain(file).startsWith(beginning))
        .findFirst()
        .map(
            file -> {
              try {
                return Files.readAllBytes(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** The same as text. */
  public String text(String beginning) {
    return new String(file(beginning).orElseThrow(), StandardCharsets.UTF_8);
  }

  public byte[] received() {
    return file("received.").orElseThrow();
  }

  public Optional<JsonNode> json(String fileName) {
    return file(fileName)
        .map(
            bytes -> {
              try {
                return JSON.readTree(bytes);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static Stream<Path> children(Path folder) {
    try (var children = Files.list(folder)) {
      return children.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(Path path) {
    return path.getFileName().toString().replace("/", "");
  }

  private static Path root() throws IOException {
    try {
      URI fixtures = FixtureFolder.class.getResource("/fixtures").toURI();
      if (fixtures.getScheme().equals("jar")) {
        open(fixtures);
      }
      return Path.of(fixtures);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void open(URI jar) throws IOException {
    try {
      FileSystems.getFileSystem(jar);
    } catch (FileSystemNotFoundException notYet) {
      FileSystems.newFileSystem(jar, Map.of());
    }
  }
}
