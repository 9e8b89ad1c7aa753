package org.infoshare.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void names_numbers_and_addresses_lose_all_but_their_first_character() {
    assertThat(
            Excerpt.masked(
                    "mum says Ottoline moved to 14 Quillfeather Row, ring 07700 900123 or"
                        + " o@refuge.example")
                .text())
        .isEqualTo("mum says O••• moved to 1••• Q••• R••• ring 0••• 9••• or o•••");
  }

  @Test
  void a_name_in_small_letters_or_joined_to_another_word_is_masked_too() {
    assertThat(Excerpt.masked("she told ottoline's mum; (quillfeather) said no, her-ottoline").text())
        .isEqualTo("she told o••• mum; (••• said no, h•••");
  }

  @Test
  void a_code_is_read_as_the_words_that_it_joins() {
    assertThat(Excerpt.masked("p2; LIVES_WITH; ottoline_quillfeather").text())
        .isEqualTo("p••• LIVES WITH; o••• q•••");
  }

  @Test
  void a_long_part_is_cut() {
    assertThat(Excerpt.masked("says ".repeat(100)).text()).hasSize(241).endsWith("…");
  }

  @Test
  void an_empty_part_gives_an_empty_excerpt() {
    assertThat(Excerpt.masked("  ").text()).isEmpty();
  }
}
