package org.infoshare.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The gateway. Partner routes are found by {@code @Named} in {@code org.infoshare.routes.partner}.
 */
@SpringBootApplication(scanBasePackages = {"org.infoshare.gateway", "org.infoshare.routes"})
@ConfigurationPropertiesScan
public class GatewayApplication {

  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
