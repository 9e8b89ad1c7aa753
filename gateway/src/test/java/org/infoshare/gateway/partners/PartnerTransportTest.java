package org.infoshare.gateway.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PartnerTransportTest {

  private final StandardEnvironment environment = new StandardEnvironment();

  @Test
  void every_partners_file_is_read_without_being_named_anywhere() {
    new PartnerTransport().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.getProperty("partner.cgl.address")).startsWith("https://127.0.0.1:");
    assertThat(environment.getProperty("partner.childrens-services.from")).isNotBlank();
  }

  @Test
  void whatever_else_sets_an_address_comes_first() {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "elsewhere", Map.of("partner.cgl.address", "https://cgl.example")));

    new PartnerTransport().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.getProperty("partner.cgl.address")).isEqualTo("https://cgl.example");
  }
}
