package org.infoshare.gateway.partners;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads every partner's transport file, {@code partners/<id>.yaml}. Whatever else sets a property
 * comes before them, so {@code --partner.<id>.to=…} or an environment variable moves a partner
 * without a new build.
 */
public final class PartnerTransport implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:partners/*.yaml")) {
        new YamlPropertySourceLoader()
            .load("transport of " + file.getFilename(), file)
            .forEach(environment.getPropertySources()::addLast);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
