package org.infoshare.gateway.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Every refusal of the gateway's own addresses is a page for whoever asks for pages, and RFC 9457
 * for everybody else: controllers answer with the one, and do not know of the other.
 */
@Configuration
class ProblemPages implements WebMvcConfigurer {

  private final ObjectProvider<ThymeleafViewResolver> views;

  ProblemPages(ObjectProvider<ThymeleafViewResolver> views) {
    this.views = views;
  }

  @Override
  public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
    // Last: whoever takes anything gets RFC 9457.
    converters.add(new AsPage());
  }

  private final class AsPage extends AbstractHttpMessageConverter<ProblemDetail> {

    private AsPage() {
      super(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    }

    @Override
    protected boolean supports(Class<?> type) {
      return ProblemDetail.class.isAssignableFrom(type);
    }

    @Override
    protected boolean canRead(MediaType mediaType) {
      return false;
    }

    @Override
    protected ProblemDetail readInternal(
        Class<? extends ProblemDetail> type, HttpInputMessage message) {
      throw new HttpMessageNotReadableException("a page is not read", message);
    }

    @Override
    protected void writeInternal(ProblemDetail problem, HttpOutputMessage message)
        throws IOException {
      var call = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
      // A view writes to the response's writer, a message has its stream, and no response has both.
      var written = new ContentCachingResponseWrapper(call.getResponse());
      try {
        View page = views.getObject().resolveViewName(ProblemPage.VIEW, Locale.UK);
        page.render(model(problem), call.getRequest(), written);
        message.getBody().write(written.getContentAsByteArray());
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new HttpMessageNotWritableException("the page of a problem", e);
      }
    }
  }

  private static Map<String, Object> model(ProblemDetail problem) {
    var model = new HashMap<String, Object>();
    model.put("problem", ProblemPage.of(problem));
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && !(who instanceof AnonymousAuthenticationToken)) {
      model.put("person", NamedPerson.of(who));
    }
    return model;
  }
}
