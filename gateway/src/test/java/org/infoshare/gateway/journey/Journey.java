package org.infoshare.gateway.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.infoshare.consent.PolicyYaml;

/**
 * One folder of {@code journeys}: its {@code journey.yaml} (story, steps, expected) and
 * the documents that it names. The form of the file is in the README there.
 */
record Journey(Path folder, JsonNode script) {

  private static final String PLACE = "/journeys";

  /** All there are, by name. */
  static List<Journey> all() throws IOException, URISyntaxException {
    return folders(PLACE, "journey.yaml").stream().map(Journey::of).toList();
  }

  /** The folders at a place that hold this file, by name. */
  static List<Path> folders(String place, String file) throws IOException, URISyntaxException {
    try (Stream<Path> folders =
        Files.list(place(Journey.class.getResource(place).toURI(), place))) {
      return folders.filter(folder -> Files.exists(folder.resolve(file))).sorted().toList();
    }
  }

  String name() {
    return folder.getFileName().toString().replace("/", "");
  }

  /** Stands in the id of every message of the folder. */
  String mark() {
    return script.get("mark").asText();
  }

  /** Each step with what it is about first. */
  List<Map<String, String>> steps() {
    return script.get("steps").valueStream().map(Journey::step).toList();
  }

  JsonNode expected() {
    return script.get("expected");
  }

  /** The names of what an agency is sent, in order. */
  List<String> sentTo(String agency) {
    return expected().path(agency).valueStream().map(JsonNode::asText).toList();
  }

  String document(String file) {
    return text(folder.resolve(file));
  }

  /** What stands in the folder beside its script: all that is sent and received. */
  List<String> documents() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(xml|json)"))
          .map(Journey::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Journey of(Path folder) {
    return new Journey(folder, yaml(folder.resolve("journey.yaml")));
  }

  static JsonNode yaml(Path file) {
    return PolicyYaml.read(text(file));
  }

  private static Map<String, String> step(JsonNode step) {
    var words = new LinkedHashMap<String, String>();
    step.properties().forEach(word -> words.put(word.getKey(), word.getValue().asText()));
    return words;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(URI uri, String place) throws IOException {
    return uri.getScheme().equals("jar") ? archive(uri).getPath(place) : Path.of(uri);
  }

  private static FileSystem archive(URI uri) throws IOException {
    try {
      return FileSystems.getFileSystem(uri);
    } catch (FileSystemNotFoundException first) {
      return FileSystems.newFileSystem(uri, Map.of());
    }
  }
}
