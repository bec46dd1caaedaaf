package io.tillsync.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody at a browser of their own. Whatever the browser complains of, such as a broken content policy, fails the test. */
final class Desk implements AutoCloseable {

    static final String PASSWORD = "browser-password";
    private static final double PATIENCE_MS = 20_000;
    /** Answers that a screen makes something of: a conflict, fields that are wrong, an ended session, what is not one's own. */
    private static final String EXPECTED = ".*(status of|Status Error Code) (401|403|404|409|422).*";

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Desk(BrowserContext context, String base) {
        this.context = context;
        this.base = base;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().matches(EXPECTED)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Desk at(Browser browser, String base) {
        return at(browser, base, ColorScheme.LIGHT, 1440, 900);
    }

    static Desk at(Browser browser, String base, ColorScheme scheme, int width, int height) {
        return new Desk(
                browser.newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setLocale("en-GB")
                        .setViewportSize(width, height)),
                base);
    }

    Desk logIn(String username) {
        page.navigate(base + "/login");
        return enter(username);
    }

    /** Fills in the form that is shown. */
    Desk enter(String username) {
        page.fill("#username", username);
        page.fill("#password", PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL(address -> !address.contains("/login"));
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to an address, and gives the status of the answer. */
    int open(String path) {
        return page.navigate(base + path).status();
    }

    /** Insists that the screen can be used by everybody (WCAG 2.2 AA, as far as a program can tell). */
    void checkAccessible() {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(() -> page.url() + "\n"
                        + violations.stream().map(Desk::explain).toList())
                .isEmpty();
    }

    private static String explain(Rule rule) {
        return "\n" + rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
