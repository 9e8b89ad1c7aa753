package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.infoshare.model.Personal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakGuardTest {

  private final LeakGuard guard = new LeakGuard();

  private static final List<ProtectedValue> SEARCHED =
      List.of(
          value(ProtectedValue.Kind.ADDRESS_LINE, "12 Invented Road"),
          value(ProtectedValue.Kind.ADDRESS_LINE, "Madeuptown"),
          value(ProtectedValue.Kind.POSTCODE, "ZZ99 3WZ"),
          value(ProtectedValue.Kind.TELEPHONE, "07700 900123"),
          value(ProtectedValue.Kind.EMAIL, "testa@sample.example"),
          value(ProtectedValue.Kind.NAME, "Testa Sample-Person"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "she lives at 12 Invented Road now",
        "SHE LIVES AT 12  INVENTED   RD.",
        "zz993wz",
        "Z Z 9 9 - 3 W Z",
        "ring (07700) 900 123",
        "ring +44 7700 900123",
        "ring 0044 (0) 7700-900123",
        "write to TESTA@sample.example",
        "T\u00e9sta Sample Person said",
        "\uff12\uff12 no, \uff11\uff12 Invented Road",
        "zz99\u200b3\u00adwz",
        "ZZ99 3W\u0396",
        "12%20Invented%20Road",
        "12=20Invented=20Road",
        "12 Invented Rd, Madeuptown",
        "12 \u0406nv\u0435nt\u0435d R\u043ead",
        "ZZ99 3WZ is hers",
        "O77OO 9OOl23",
        "testa at sample dot example",
        "Sample-Person, Testa",
        "homeZZ993WZ",
        "visit12inventedroadplan"
      })
  void a_protected_value_is_found_however_it_is_written(String text) {
    assertThat(guard.find("application/json", json(text), SEARCHED)).isPresent();
    assertThat(guard.find("application/xml", xml(text), SEARCHED)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "she moved within Madeuptown",
        "flat 12",
        "Invented Road is long",
        "ZZ9",
        "Testa came",
        "07700",
        "112 Invented Road",
        "12 Invented Roadside Caravans",
        "12A Invented Road",
        "ZZ99 3WY",
        "107700900123",
        "077009001234",
        "Contesta Sample-Person",
        "contesta@sample.example"
      })
  void a_value_too_common_to_mean_anything_is_no_hit(String text) {
    assertThat(guard.find("application/json", json(text), SEARCHED)).isEmpty();
  }

  @Test
  void a_value_in_an_attachment_is_found_and_the_place_is_named_without_the_value() {
    String packed =
        Base64.getEncoder()
            .encodeToString("Report. She is at 12 Invented Road.".getBytes(StandardCharsets.UTF_8));
    var hit =
        guard.find(
            "application/json",
            ("{\"attachments\":[{\"content\":\"" + packed + "\"}]}")
                .getBytes(StandardCharsets.UTF_8),
            SEARCHED);
    assertThat(hit).isPresent();
    assertThat(hit.get().where()).isEqualTo("/attachments/0/content (decoded)");
    assertThat(hit.get().toString()).doesNotContainIgnoringCase("invented");
  }

  @Test
  void a_value_in_a_file_name_is_found() {
    assertThat(
            guard.find(
                "application/json",
                "{\"fileName\":\"visit-to-12-Invented-Road.txt\"}".getBytes(StandardCharsets.UTF_8),
                SEARCHED))
        .isPresent();
  }

  @Test
  void a_value_in_the_name_of_a_key_and_in_an_attribute_is_found() {
    assertThat(
            guard.find(
                "application/json", "{\"zz993wz\":1}".getBytes(StandardCharsets.UTF_8), SEARCHED))
        .isPresent();
    assertThat(
            guard.find(
                "application/xml", "<a b='ZZ99 3WZ'/>".getBytes(StandardCharsets.UTF_8), SEARCHED))
        .isPresent();
    assertThat(
            guard.find(
                "application/xml",
                "<a><!-- ZZ99 3WZ --></a>".getBytes(StandardCharsets.UTF_8),
                SEARCHED))
        .isPresent();
  }

  @Test
  void a_value_split_across_fields_is_found() {
    assertThat(
            guard.find(
                "application/json",
                "{\"a\":\"12 Inven\",\"b\":\"ted Road\"}".getBytes(StandardCharsets.UTF_8),
                SEARCHED))
        .isPresent();
  }

  @Test
  void what_cannot_be_read_is_a_hit_of_its_own() {
    byte[] binary = new byte[300];
    new Random(1).nextBytes(binary);
    String packed = Base64.getEncoder().encodeToString(binary);
    assertThat(guard.find("application/json", json(packed), List.of()))
        .get()
        .extracting(LeakGuard.Hit::kind)
        .isEqualTo("UNREADABLE");
    assertThat(guard.find("application/pdf", binary, List.of())).isPresent();
    assertThat(guard.find("application/json", "{".getBytes(StandardCharsets.UTF_8), List.of()))
        .isPresent();
  }

  @Test
  void the_excerpt_shows_what_stands_around_and_not_the_value() {
    var hit = guard.find("application/json", json("she lives at 12 Invented Road, ZZ99 3WZ, with him"), SEARCHED);
    assertThat(hit.get().excerpt().get().value())
        .contains("she lives at [ADDRESS_LINE]")
        .doesNotContain("Invented", "3WZ");
    assertThat(hit.get().toString()).doesNotContain("lives");
  }

  @Test
  void the_excerpt_shows_no_name_nor_number_of_what_stands_around() {
    var said = "her aunt Ottoline Quillfeather (o_q@help.example) was at 12 Invented Road, with bartholomew, on 01632 960010";
    assertThat(guard.find("application/json", json(said), SEARCHED).orElseThrow().excerpt().orElseThrow().value())
        .contains("was at [ADDRESS_LINE], with b••• on 0•••")
        .doesNotContainIgnoringCase("ttoline", "uillfeather", "help", "artholomew", "960010");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "she lives at 12 Invented Road, Madeuptown",
        "ZZ99 3WZ, 12%20Invented%20Road",
        "Testa Sample-Person, ring +44 7700 900123",
        "12 Invеnted Rd; O77OO 9OOl23; ZZ99​3WZ",
        "zz993wz testa at sample dot example"
      })
  void an_excerpt_holds_no_withheld_value_nor_the_end_of_one(String values) {
    for (int between = 0; between < 60; between++) {
      String text = values + " " + "x".repeat(between) + " " + values + ", " + values;
      var excerpt = guard.find("application/json", json(text), SEARCHED).orElseThrow().excerpt().orElseThrow().value();
      assertThat(excerpt).contains("[");
      assertThat(Folded.letters(excerpt))
          .as("%s of %s", excerpt, text)
          .doesNotContain(
              Folded.letters("Invented"), Folded.letters("Madeup"), "7700", "900123", Folded.letters("ZZ99"),
              Folded.letters("3WZ"), Folded.letters("Testa"), Folded.letters("sample"), Folded.letters("Person"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<note>&#49;2 Invented Road</note>", "<p>12 <b>Inven</b>ted Road</p>", "<tr><td>12</td><td>Invented Road</td></tr>"
      })
  void a_value_in_mark_up_is_found(String markUp) {
    assertThat(guard.find("application/xml", ("<doc>" + markUp + "</doc>").getBytes(StandardCharsets.UTF_8), SEARCHED)).isPresent();
    assertThat(guard.find("application/json", json(markUp.replace('"', '\'')), SEARCHED)).isPresent();
  }

  @Test
  void a_value_split_across_attributes_is_found() {
    byte[] fhir = "<p><telecom value='0770'/><telecom value='0900123'/></p>".getBytes(StandardCharsets.UTF_8);
    assertThat(guard.find("application/xml", fhir, SEARCHED)).isPresent();
  }

  @Test
  void a_letter_that_stands_for_a_whole_sentence_does_not_stop_everything() {
    String line = "\ufdfa\ufdfa\ufdfa Flat 1";
    var searched = List.of(value(ProtectedValue.Kind.ADDRESS_LINE, line));
    assertThat(guard.find("application/json", json("she is at " + line + " now"), searched)).isPresent();
    assertThat(guard.find("application/json", json("she is at " + line + "2 now"), searched)).isEmpty();
    assertThat(guard.find("application/json", json("\ufdfa".repeat(200) + " 12 Invented Road"), SEARCHED)).isPresent();
  }

  @Test
  void an_ordinary_message_passes() {
    assertThat(
            guard.find(
                "application/json",
                json(
                    "Testa was visited at the office in Sampleton; ids 0123456789abcdef0123456789abcdef"),
                SEARCHED))
        .isEmpty();
  }

  private static ProtectedValue value(ProtectedValue.Kind kind, String text) {
    return new ProtectedValue(Invented.MOTHER, kind, new Personal(text));
  }

  private static byte[] json(String text) {
    return ("{\"note\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] xml(String text) {
    return ("<doc><note>" + text + "</note></doc>").getBytes(StandardCharsets.UTF_8);
  }
}
