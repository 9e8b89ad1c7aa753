package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The policy as it stands in files: the rules by path, the tables by theme, the agreements by
 * agency.
 *
 * @param rules Rego by its path, kernel and derive, without tests
 * @param tables what IG leads edit, by the name of the file
 * @param agreements sharing agreements, by the agency's short name
 */
public record PolicyFiles(
    SortedMap<String, String> rules,
    SortedMap<String, JsonNode> tables,
    SortedMap<String, JsonNode> agreements) {

  /**
   * Reads the folder that has {@code kernel}, {@code derive}, {@code tables}, {@code agreements}.
   */
  public static PolicyFiles read(Path folder) {
    var rules = new TreeMap<String, String>();
    rules.putAll(texts(folder, "kernel", PolicyFiles::isRule));
    rules.putAll(texts(folder, "derive", PolicyFiles::isRule));
    return new PolicyFiles(rules, documents(folder, "tables"), documents(folder, "agreements"));
  }

  /** The policy that this version of the gateway was built with. */
  public static PolicyFiles packaged() {
    try {
      URI policy = PolicyFiles.class.getResource("/policy").toURI();
      if (policy.getScheme().equals("file")) {
        return read(Path.of(policy));
      }
      try (FileSystem jar = FileSystems.newFileSystem(policy, Map.of())) {
        return read(jar.provider().getPath(policy));
      } catch (FileSystemAlreadyExistsException open) {
        return read(Path.of(policy));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the address of a resource is a URI", e);
    }
  }

  /** What a served engine answers at all, in Rego. */
  static String authorization() {
    try (InputStream rego = PolicyFiles.class.getResourceAsStream("/policy/served/authorization.rego")) {
      return new String(rego.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SortedMap<String, String> texts(Path folder, String part, Predicate<String> wanted) {
    var texts = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(folder.resolve(part))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (wanted.test(name)) {
          texts.put(name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static boolean isRule(String name) {
    return name.endsWith(".rego") && !name.endsWith("_test.rego");
  }

  private static SortedMap<String, JsonNode> documents(Path folder, String part) {
    var documents = new TreeMap<String, JsonNode>();
    texts(folder, part, name -> name.endsWith(".yaml"))
        .forEach(
            (name, text) ->
                documents.put(
                    name.substring(part.length() + 1, name.length() - ".yaml".length()),
                    PolicyYaml.read(text)));
    return documents;
  }
}
