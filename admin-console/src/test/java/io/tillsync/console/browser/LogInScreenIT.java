package io.tillsync.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;

/** The way in, and back in. */
class LogInScreenIT {

    private final Office office = Office.open();

    @Test
    void leadsBackToWhereSomebodyWantedToGo() {
        try (Desk desk = office.desk()) {
            desk.open("/s/demo-2/stock?q=tea");
            desk.enter("manager");
            assertThat(desk.page().url()).endsWith("/s/demo-2/stock?q=tea");
        }
    }

    @Test
    void saysThatAPasswordIsWrongAndKeepsTheName() {
        try (Desk desk = office.desk()) {
            desk.open("/login");
            desk.page().fill("#username", "manager");
            desk.page().fill("#password", "wrong");
            desk.page().click("button[type=submit]");
            assertThat(desk.page().locator(".alert-danger")).isVisible();
            assertThat(desk.page().locator("#username")).hasValue("manager");
        }
    }

    @Test
    void asksForThePasswordInPlaceWhenASessionHasEndedAndLosesNothing() {
        try (Desk desk = office.desk("manager")) {
            desk.open("/s/demo-1/stock/light-roast-instant-coffee");
            desk.page().fill("#amount", "3");
            desk.page().fill("#remark", "found behind the shelf");
            desk.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("tillsync-session"));
            desk.page().click("#stock button[type=submit]");
            desk.page().fill("#again-password", Desk.PASSWORD);
            desk.page().click("#log-in-again button[type=submit]");
            assertThat(desk.page().locator("#stock table")).containsText("found behind the shelf");
        }
    }

    @Test
    void keepsWhatWasTypedOverAReload() {
        try (Desk desk = office.desk("manager")) {
            desk.open("/s/demo-1/stock/light-roast-instant-coffee");
            desk.page().fill("#remark", "half a sentence");
            desk.page().reload();
            assertThat(desk.page().locator("#remark")).hasValue("half a sentence");
        }
    }

    @Test
    void endsTheSessionWhenSomebodyLogsOut() {
        try (Desk desk = office.desk("auditor")) {
            desk.open("/s/demo-1/stock");
            desk.page().click(".topbar-end .dropdown-toggle");
            desk.page().click("form[action='/logout'] button");
            desk.page().waitForURL("**/login");
            desk.open("/s/demo-1/stock");
            assertThat(desk.page().url()).contains("/login?next=");
        }
    }
}
