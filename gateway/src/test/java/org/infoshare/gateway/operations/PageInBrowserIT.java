package org.infoshare.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The operators' pages in a real browser: WCAG 2.2 AA as far as a machine can tell, by keyboard, at
 * 320 pixels.
 */
@Tag("browser")
@EnabledIf("chromiumIsThere")
class PageInBrowserIT {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static Playwright playwright;
  private static Browser browser;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  static boolean chromiumIsThere() {
    return chromium().isPresent();
  }

  private static Optional<Path> chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
    for (String message :
        List.of(
            Situation.childrensServices("immediate-risk-with-a-wrong-code"),
            Situation.childrensServices("with-an-attachment"),
            Situation.supportRequest("willing-mother", "ALIKE-1"),
            Situation.supportRequest("willing-mother", "ALIKE-2")
                .replace("CASE-ALDER", "CASE-ALIKE")
                .replaceAll("<(nhsNumber|mosaicId)>[^<]*</\\1>", ""))) {
      assertThat(gateway.childrensServices().submit(message).status()).isEqualTo(200);
    }
    assertThat(
            gateway
                .childrensServices()
                .submit(Situation.supportRequest("immediate-risk-with-a-wrong-code", "ALIKE-1"))
                .field("code"))
        .isEqualTo("ID_USED_BEFORE");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium().orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--disable-component-update")));
  }

  @AfterAll
  static void stop() {
    playwright.close();
    gateway.close();
  }

  @BeforeEach
  void logIn() {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setViewportSize(320, 640));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    logIn("dora.duty");
  }

  private void logIn(String user) {
    page.navigate(gateway.address() + "/operations");
    page.fill("#username", user);
    page.fill("#password", gateway.keycloak().passwords().get(user));
    page.keyboard().press("Enter");
    page.waitForURL(gateway.address() + "/operations**");
    complaints.clear();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void every_page_meets_wcag_fits_320_pixels_and_breaks_no_content_rule() {
    var paths = new ArrayList<>(List.of("/operations", "/governance"));
    paths.addAll(all("/operations/held/"));
    paths.addAll(all("/operations/matches/"));
    paths.addAll(all("/operations/conflicts/"));
    for (String path : paths) {
      page.navigate(gateway.address() + path);
      complaints.removeIf(text -> text.contains("a status of 403 "));
      assertMeetsWcag(path);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(320);
      assertPlainEnglish(path);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void the_pages_of_governance_meet_wcag_and_fit_320_pixels() {
    context.clearCookies();
    logIn("gus.governance");
    for (String path :
        new String[] {
          "/operations/governance",
          "/operations/governance/agreements/cgl",
          "/operations/governance/history",
          "/operations/governance/tables/no-such"
        }) {
      page.navigate(gateway.address() + path);
      complaints.removeIf(text -> text.contains("a status of 404 "));
      assertMeetsWcag(path);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(320);
    }
    page.navigate(gateway.address() + "/operations/governance/agreements/cgl");
    page.fill("#reason", "try");
    page.fill("#content", "name: [");
    page.click("button:has-text('Check the change')");
    page.waitForSelector(".govuk-error-summary:focus");
    assertMeetsWcag("with a fault");
    assertThat(page.textContent(".govuk-error-summary")).contains("Line 1:");
    assertThat(page.inputValue("#content")).isEqualTo("name: [");
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_change_of_an_agreement_is_checked_and_put_in_force_by_keyboard_alone() {
    context.clearCookies();
    logIn("gus.governance");
    page.navigate(gateway.address() + "/operations/governance/agreements/cgl");
    String reference = "ISA-" + System.nanoTime();
    page.fill(
        "#content", page.inputValue("#content").replaceFirst("reference: .*", "reference: " + reference));
    page.fill("#reason", "a new reference");
    focusByTab("button:has-text('Check the change')");
    page.keyboard().press("Enter");

    page.waitForSelector("#diff");
    assertMeetsWcag("before it is in force");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    assertThat(page.textContent(".gateway-diff ins")).contains("Put in: reference: " + reference);
    assertThat(page.locator(".gateway-diff del").count()).isEqualTo(1);

    focusByTab("button:has-text('Put it in force')");
    page.keyboard().press("Enter");
    page.waitForSelector(".govuk-notification-banner");
    page.navigate(gateway.address() + "/operations/governance/history");
    page.locator("a:has-text('What it changed')").first().click();
    page.waitForSelector(".gateway-diff");
    assertMeetsWcag("a revision");
    assertThat(page.textContent("main")).contains("a new reference").contains(reference);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_list_that_is_too_long_for_a_page_is_turned_by_keyboard_and_meets_wcag() {
    gateway
        .part(JdbcClient.class)
        .sql(
            """
            insert into refused_input (agency, sha256, length, code, at)
            select 'cgl', '\\x00', 1, 'NOT_VALID', now() - make_interval(secs => 3600 - n) from generate_series(1, 60) as n
            """)
        .update();
    page.navigate(gateway.address() + "/operations");
    assertMeetsWcag("the first page of a list");

    focusByTab("a[rel=next]");
    page.keyboard().press("Enter");

    page.waitForSelector("a[rel=prev]");
    assertMeetsWcag("the last page of a list");
    assertThat(page.textContent("#waits")).contains("Showing 51 to 60 of 60.");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    assertThat(complaints).isEmpty();
  }

  @Test
  void the_page_of_what_went_wrong_meets_wcag_and_fits_320_pixels() {
    page.navigate(gateway.address() + "/operations/nowhere");
    assertMeetsWcag("a wrong address");
    assertThat(page.textContent("h1")).isEqualTo("Page not found");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
  }

  @Test
  void a_part_is_refused_by_keyboard_alone_and_a_missing_reason_is_said_at_its_field() {
    page.navigate(gateway.address() + heldPage());
    focusByTab("button:has-text('Refuse')");
    page.keyboard().press("Enter");
    page.waitForSelector(".govuk-error-summary");
    assertThat(page.title()).startsWith("Error:");
    page.waitForSelector(".govuk-error-summary:focus");
    assertMeetsWcag("with an error");

    focusByTab("#reason");
    page.keyboard().type("not needed for the visit");
    focusByTab("button:has-text('Refuse')");
    page.keyboard().press("Enter");

    page.waitForSelector(".govuk-notification-banner");
    assertThat(page.textContent(".govuk-notification-banner")).contains("Refused.");
    assertMeetsWcag("after a refusal");
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_decision_is_reached_by_keyboard_meets_wcag_and_fits_320_pixels() {
    context.clearCookies();
    logIn("gus.governance");
    focusByTab("a[href^='/operations/decisions/']");
    page.keyboard().press("Enter");
    page.waitForSelector("h2:has-text('For the sender')");

    assertMeetsWcag("a decision");
    assertThat(page.textContent("dl")).contains("when the message came in").doesNotContain("intake");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    focusByTab(".govuk-back-link");
    assertThat(complaints).isEmpty();
  }

  @Test
  void an_override_is_reviewed_by_keyboard_alone() {
    String redAndRefused = Situation.redAgainstRefusal("RED-1");
    assertThat(gateway.childrensServices().submit(redAndRefused).status()).isEqualTo(200);
    context.clearCookies();
    logIn("gus.governance");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              page.navigate(gateway.address() + "/operations/overrides");
              return page.locator("textarea[name=reason]").count() == 1;
            });
    assertMeetsWcag("overrides to review");
    assertPlainEnglish("overrides to review");
    assertThat(page.textContent("main")).contains("to CGL drug and alcohol service (treatment)");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);

    focusByTab("input[type=radio]");
    page.keyboard().press("Space");
    focusByTab("textarea[name=reason]");
    page.keyboard().type("rightly feared");
    focusByTab("button:has-text('Record it')");
    page.keyboard().press("Enter");

    page.waitForSelector(".govuk-notification-banner");
    assertThat(page.textContent(".govuk-notification-banner")).contains("Upheld.");
    assertThat(page.textContent("#overrides")).contains("None.");
    assertMeetsWcag("after a review");
    assertThat(complaints).isEmpty();
  }

  @Test
  void the_counts_come_by_themselves_and_the_focus_stays_where_it_is() {
    page.focus("#to-held");

    page.evaluate("htmx.ajax('GET', '/operations/counts', {target: '#counts', swap: 'outerHTML'})");
    page.waitForSelector("#to-held:focus");

    assertThat(page.textContent("#counts")).contains("Held for a person");
    assertThat(complaints).isEmpty();
  }

  @Test
  void the_fonts_of_govuk_are_not_asked_for_however_late_our_style_comes() {
    var late = new ArrayList<Route>();
    page.route("**/assets/*.css", late::add);
    page.waitForResponse(
        "**/htmx.min.js",
        () ->
            page.navigate(
                gateway.address() + "/operations",
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT)));
    page.waitForSelector(
        "h1", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    page.evaluate("document.body.offsetHeight");
    late.forEach(Route::resume);
    page.waitForLoadState();

    assertThat(late).hasSize(1);
    assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"))
        .isEqualTo("arial, sans-serif");
    assertThat(complaints).isEmpty();
  }

  private void focusByTab(String selector) {
    for (int presses = 0; presses < 200; presses++) {
      page.keyboard().press("Tab");
      if ((Boolean)
          page.locator(selector)
              .first()
              .evaluate("element => element === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError(selector + " cannot be reached by keyboard");
  }

  private String heldPage() {
    return first("/operations/held/");
  }

  private String first(String address) {
    return all(address).getFirst();
  }

  private List<String> all(String address) {
    page.navigate(gateway.address() + "/operations");
    List<String> found =
        page.locator("a[href^='" + address + "']").all().stream()
            .map(link -> link.getAttribute("href"))
            .distinct()
            .toList();
    assertThat(found).as(address).isNotEmpty();
    return found;
  }

  /** Codes stand beside words, in small, and nowhere else. */
  private void assertPlainEnglish(String where) {
    var text =
        (String)
            page.evaluate(
                "() => { const main = document.querySelector('main').cloneNode(true);"
                    + " main.querySelectorAll('.gateway-beside').forEach(code => code.remove());"
                    + " return main.textContent; }");
    assertThat(text).as(where).doesNotContainPattern("\\b[A-Za-z]+_[A-Za-z]+");
  }

  private void assertMeetsWcag(String where) {
    AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
    assertThat(results.getViolations())
        .as(where)
        .extracting(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getHelp()
                    + " at "
                    + rule.getNodes().getFirst().getTarget())
        .isEmpty();
  }
}
