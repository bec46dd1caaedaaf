package io.tillsync.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A day in a shop: a file comes in, two people edit the same, somebody asks who it was; and a till follows all of it. */
class WorkdayIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String FILE = """
            EAN;Title;Retail price;Category;Stock
            4006381333931;Workday Espresso Beans;9.90;Workday;12
            4006381333948;Workday Filter Coffee;cheap;Workday;3
            4006381333955;Workday Oat Milk;2.49;Workday;30
            """;

    private final Office office = Office.open();

    private FollowingTill enrol() {
        String code = office.rest("admin")
                .send("POST", "/terminals", "{\"name\":\"Workday till\"}")
                .path("data")
                .path("enrolmentCode")
                .asString();
        return FollowingTill.enrolled(office.base(), code);
    }

    private static Locator save(Page page) {
        return page.locator("#entity-form [data-key=save]");
    }

    private String idOf(String name) {
        JsonNode found = office.rest("manager").get("/products?q=" + name.replace(" ", "%20"));
        return found.path("data").path(0).path("id").asString();
    }

    @Test
    void aTillFollowsAllOfIt() {
        try (FollowingTill till = enrol();
                Desk manager = office.desk("manager");
                Desk admin = office.desk("admin")) {
            importFile(manager);
            String id = idOf("workday espresso");
            changePrice(manager, id);
            await().atMost(SOON)
                    .until(() -> till.value("products/" + id, "price").equals("10.9"));
            editBoth(manager, admin, id);
            await().atMost(SOON)
                    .until(() -> till.value("products/" + id, "price").equals("11.9"));
            lookBack(admin, id);
            await().atMost(SOON)
                    .until(() -> till.value("products/" + id, "price").equals("9.9"));
            adjustStock(manager, id);
            await().atMost(SOON)
                    .until(() -> till.value("stocks/" + id, "quantity").equals("10"));
            assertThat(till.pushed()).as("commits that came by the socket").isPositive();
            till.pull();
            assertThat(till.copy()).isEqualTo(till.server());
        }
    }

    private static void importFile(Desk desk) {
        desk.open("/s/demo-1/imports/new");
        desk.page()
                .setInputFiles(
                        "#import-file",
                        new FilePayload("workday.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.page().locator(".import-fault")).hasCount(1);
        desk.checkAccessible();
        desk.page().click("#import-start");
        assertThat(desk.page().locator(".badge-ok").first()).isVisible();
        assertThat(desk.page().locator(".import-counts dd")).hasText(new String[] {"2", "0", "0", "1"});
        desk.checkAccessible();
    }

    /** By a scan: the barcode goes straight to its product. */
    private static void changePrice(Desk desk, String id) {
        desk.open("/s/demo-1/dashboard");
        desk.page().keyboard().press("/");
        desk.page().keyboard().type("4006381333931");
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL("**/catalog/products/" + id);
        desk.page().fill("#field-price", "10.90");
        desk.page().keyboard().press("Control+s");
        assertThat(desk.page().locator(".notice-success")).isVisible();
    }

    private static void editBoth(Desk manager, Desk admin, String id) {
        String path = "/s/demo-1/catalog/products/" + id;
        manager.open(path);
        admin.open(path);
        admin.page().fill("#field-price", "11.90");
        admin.page().fill("#field-description", "Roasted on Mondays");
        manager.page().fill("#field-price", "11.50");
        save(manager.page()).click();
        assertThat(manager.page().locator(".notice-success")).isVisible();
        save(admin.page()).click();
        Locator comparison = admin.page().locator("form.comparison");
        assertThat(comparison).containsText("manager");
        assertThat(comparison.locator("[data-compared=price]")).containsText("11.50");
        admin.checkAccessible();
        comparison.locator("[data-all=mine]").click();
        comparison.locator("[data-key=save]").click();
        assertThat(admin.page().locator("#field-price")).hasValue("11.90");
        assertThat(admin.page().locator("#field-description")).hasValue("Roasted on Mondays");
    }

    private static void lookBack(Desk desk, String id) {
        desk.open("/s/demo-1/audit");
        assertThat(desk.page().locator("main")).containsText("Workday Espresso Beans");
        desk.open("/s/demo-1/audit/entity/products/" + id);
        Locator versions = desk.page().locator("li.version");
        assertThat(versions).hasCount(4);
        assertThat(versions.nth(1)).containsText("manager");
        versions.nth(3).locator("form button").click();
        assertThat(versions).hasCount(5);
        assertThat(versions.first()).containsText("admin");
    }

    private static void adjustStock(Desk desk, String id) {
        desk.open("/s/demo-1/stock/" + id);
        desk.page().click("label[for=how-take]");
        desk.page().fill("#amount", "2");
        desk.page().click("#stock [data-key=save]");
        assertThat(desk.page().locator(".stock-quantity strong")).hasText("10");
    }

    @Test
    void aListShowsWhatSomebodyElseChanges() {
        try (Desk manager = office.desk("manager");
                Desk admin = office.desk("admin")) {
            manager.open("/s/demo-1/catalog/products?q=oatmeal");
            String id = "all-natural-oatmeal";
            Locator price = manager.page().locator("#row-" + id + " [data-edit=price]");
            assertThat(price).isVisible();
            admin.open("/s/demo-1/catalog/products/" + id);
            admin.page().fill("#field-price", "77.70");
            save(admin.page()).click();
            assertThat(price).containsText("77.70");
        }
    }

    @Test
    void whatIsDeletedCanBeTakenBackAtOnce() {
        try (Desk manager = office.desk("manager")) {
            manager.open("/s/demo-1/catalog/products/alpine-spring-water");
            manager.page().click("form[action$='/delete'] button");
            manager.page().click(".notice button");
            assertThat(save(manager.page())).isVisible();
        }
    }

    @Test
    void aConflictCanBeSettledThoughSomebodyGoesOnEditing() {
        String path = "/s/demo-1/catalog/products/citrus-soda";
        try (Desk manager = office.desk("manager");
                Desk admin = office.desk("admin")) {
            manager.open(path);
            admin.open(path);
            manager.page().fill("#field-price", "4.00");
            manager.page().fill("#field-description", "Mine");
            change(admin, "4.44", "Theirs");
            save(manager.page()).click();
            Locator comparison = manager.page().locator("form.comparison");
            comparison.locator("[data-compared=price] input[value=theirs]").check();
            comparison.locator("#result-description").fill("Both");
            change(admin, "3.33", "Theirs");
            comparison.locator("[data-key=save]").click();
            assertThat(comparison).containsText("3.33");
            comparison.locator("[data-all=mine]").click();
            comparison.locator("[data-key=save]").click();
            assertThat(manager.page().locator("#field-description")).hasValue("Both");
        }
    }

    private static void change(Desk desk, String price, String description) {
        desk.page().fill("#field-price", price);
        desk.page().fill("#field-description", description);
        save(desk.page()).click();
        assertThat(desk.page().locator(".entity-form.is-dirty")).hasCount(0);
        assertThat(desk.page().locator("#field-price")).hasValue(price);
    }

    @Test
    void aScanGoesStraightToItsProduct() {
        try (Desk manager = office.desk("manager")) {
            manager.open("/s/demo-1/catalog/products");
            manager.page().keyboard().press("/");
            manager.page().keyboard().type("0020601407787");
            manager.page().keyboard().press("Enter");
            manager.page().waitForURL("**/catalog/products/all-natural-oatmeal");
        }
    }

    @Test
    void aTabThatWasOpenWhileSomebodyLoggedInAnewGoesOnByItself() {
        try (Desk manager = office.desk("manager")) {
            manager.open("/s/demo-1/catalog/products/beef-jerky");
            manager.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("tillsync-csrf"));
            manager.page().fill("#field-description", "Typed before");
            save(manager.page()).click();
            assertThat(manager.page().locator(".notice-success")).isVisible();
        }
    }
}
