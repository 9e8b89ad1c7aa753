package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNamesTest {

  @Test
  void a_line_of_an_address_may_name_a_place() {
    assertThat(PlaceNames.inLine("The Rose Refuge")).containsExactly("Rose Refuge");
    assertThat(PlaceNames.inLine("Flat 2, Willow House, Invented Lane")).containsExactly("Willow House");
    assertThat(PlaceNames.inLine("Room 5 willow house")).containsExactly("willow house");
    assertThat(PlaceNames.inLine("c/o Madeup Bakery Ltd")).contains("Madeup Bakery Ltd", "Madeup Ltd");
  }

  @Test
  void and_is_known_without_what_is_often_left_out() {
    assertThat(PlaceNames.inLine("St Nobody's C of E Primary School"))
        .containsExactly("St Nobody's C of E Primary School", "St Nobody's School");
    assertThat(PlaceNames.inLine("Rose House Women's Refuge")).contains("Rose House", "Rose Refuge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Madeuptown",
        "12 Invented Road",
        "School Lane",
        "Flat 2",
        "St Nobody's",
        "The School",
        "Children's Centre",
        "The Old Court",
        "Primary School",
        "Mum's house",
        "County Hospital"
      })
  void what_may_be_anywhere_names_none(String line) {
    assertThat(PlaceNames.inLine(line)).isEmpty();
  }

  @Test
  void a_narrative_names_a_place_with_capitals() {
    assertThat(PlaceNames.inText("She moved to Willow House refuge in May. The school knows.")).contains("Willow House refuge", "Willow House");
    assertThat(PlaceNames.inText("Ring Rose Nursery before three")).contains("Rose Nursery");
    assertThat(PlaceNames.inText("SHE IS AT WILLOW HOUSE NOW")).contains("WILLOW HOUSE");
    assertThat(PlaceNames.inText("meet at St. Nobody's School")).contains("St Nobody's School");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At the school gate, or the Children's Centre on Monday",
        "The nursery says that all is well. Testa works at night",
        "She stays at Testa's house and at her Mum's",
        "He was seen near the house in Madeuptown",
        "Her Social Worker's office will ring"
      })
  void words_that_may_be_of_any_place_name_none(String text) {
    assertThat(PlaceNames.inText(text)).isEmpty();
  }
}
