package org.infoshare.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.PartnerMapping;
import org.infoshare.mapping.cgl.CglMapping;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Segment;
import org.infoshare.routes.road.Received;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every situation of the fixture folders through the bytes' own door: read as its mapping reads it, or refused by its code. */
class FormatsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> every_document_of_childrens_services_is_read_or_refused() throws Exception {
    return situations("childrens-services", "received.xml", new ChildrensServicesFormat(), new ChildrensServicesMapping());
  }

  @TestFactory
  Stream<DynamicTest> every_document_of_the_drug_and_alcohol_service_is_read_or_refused() throws Exception {
    return situations("cgl", "received.json", new CglFormat(), new CglMapping());
  }

  private static <W> Stream<DynamicTest> situations(
      String agency, String file, WireFormat<W> format, PartnerMapping<W> mapping) throws Exception {
    try (Stream<Path> folders = Files.list(fixtures().resolve(agency))) {
      return folders.filter(folder -> Files.exists(folder.resolve(file))).toList().stream()
          .filter(folder -> !folder.getFileName().toString().startsWith("template"))
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(), () -> readOrRefused(agency, folder, file, format, mapping)));
    }
  }

  private static <W> void readOrRefused(
      String agency, Path folder, String file, WireFormat<W> format, PartnerMapping<W> mapping) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    String door = folder.getFileName().toString().startsWith("consent-") ? "consents" : "answers";
    var received = new Received(new AgencyId(agency), door, bytes, Instant.EPOCH);
    Path refused = folder.resolve("refused.json");
    JsonNode expected = Files.exists(refused) ? JSON.readTree(Files.readAllBytes(refused)) : JSON.createObjectNode();
    String stage = expected.path("stage").asText("none");
    if (stage.equals("format") || stage.equals("mapping")) {
      assertThatThrownBy(() -> read(received, format, mapping))
          .isInstanceOfSatisfying(
              MalformedMessage.class,
              told -> {
                assertThat(told.code().name()).isEqualTo(expected.get("code").asText());
                // No word of a family stands in an answer, whichever part of the document it is in.
                assertThat(told.where() + told.getMessage()).doesNotContain("Sample-").doesNotContain("ZZ99");
              });
    } else {
      assertThat(read(received, format, mapping)).isTrue();
    }
  }

  private static <W> boolean read(Received received, WireFormat<W> format, PartnerMapping<W> mapping) {
    return switch (format.read(received)) {
      case Incoming.Document<W>(W document, List<Segment> ignored) -> !mapping.toCanonical(document).envelope().id().value().isEmpty();
      case Incoming.StatusQuestion<W> ignored -> false;
    };
  }

  private static Path fixtures() throws IOException, URISyntaxException {
    URI place = FormatsTest.class.getResource("/fixtures/README.md").toURI();
    if (!place.getScheme().equals("jar")) {
      return Path.of(place).getParent();
    }
    return jar(place).getPath("/fixtures");
  }

  private static synchronized FileSystem jar(URI place) throws IOException {
    try {
      return FileSystems.getFileSystem(place);
    } catch (FileSystemNotFoundException first) {
      return FileSystems.newFileSystem(place, Map.of());
    }
  }
}
