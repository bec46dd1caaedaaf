package io.tillsync.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen opens for those who may see it, without a complaint of the browser, and can be used by everybody. */
class ScreensIT {

    private static final String PRODUCT = "light-roast-instant-coffee";

    private static final List<String> SCREENS = Stream.concat(
                    Stream.of(
                                    "dashboard",
                                    "catalog/products",
                                    "catalog/products?q=coffee",
                                    "catalog/products/new",
                                    "catalog/products/" + PRODUCT,
                                    "catalog/categories",
                                    "catalog/brands",
                                    "catalog/customers",
                                    "catalog/settings",
                                    "catalog/store-prices",
                                    "stock",
                                    "stock/" + PRODUCT,
                                    "imports",
                                    "imports/new",
                                    "audit",
                                    "audit/entity/products/" + PRODUCT,
                                    "audit/verify",
                                    "setup/businesses",
                                    "setup/businesses/new",
                                    "setup/stores",
                                    "setup/stores/new",
                                    "setup/stores/demo-2",
                                    "setup/users",
                                    "setup/users/new",
                                    "setup/users/manager",
                                    "setup/terminals",
                                    "setup/terminals/new")
                            .map("/s/demo-1/"::concat),
                    Stream.of("/account", "/start"))
            .toList();

    private final Office office = Office.open();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyScreenCanBeUsedByEverybody(ColorScheme scheme) {
        int width = scheme == ColorScheme.DARK ? 820 : 1440;
        try (Desk desk = office.desk("admin", scheme, width, 1000)) {
            for (String screen : SCREENS) {
                assertThat(desk.open(screen)).as(screen).isEqualTo(200);
                desk.checkAccessible();
                assertThat(desk.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits into %d pixels", screen, width)
                        .isEqualTo(true);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void whatComesOfWorkCanBeReadByEverybody(ColorScheme scheme) {
        String terminal = office.rest("admin")
                .send("POST", "/terminals", "{\"name\":\"Till by the door\"}")
                .path("data")
                .path("id")
                .asString();
        try (Desk desk = office.desk("admin", scheme, 1440, 1000)) {
            desk.open("/s/demo-1/setup/terminals/" + terminal);
            assertThat(desk.page().locator("svg[role=img]").first()).isVisible();
            desk.checkAccessible();
            desk.open("/s/demo-1/audit");
            desk.page().locator("#entries a[href*='/audit/']").first().click();
            desk.page().waitForURL("**/audit/*/*");
            desk.checkAccessible();
            desk.open("/s/demo-1/nowhere");
            desk.checkAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theWayInCanBeUsedByEverybody(ColorScheme scheme) {
        try (Desk desk = Desk.at(office.browser(), office.base(), scheme, 1000, 800)) {
            desk.open("/login");
            desk.checkAccessible();
        }
    }

    @Test
    void auditorsSeeEverythingAndChangeNothing() {
        try (Desk desk = office.desk("auditor")) {
            assertThat(desk.open("/s/demo-1/audit")).isEqualTo(200);
            assertThat(desk.open("/s/demo-1/catalog/products")).isEqualTo(200);
            assertThat(desk.page().locator("a[data-key=n]")).hasCount(0);
            assertThat(desk.open("/s/demo-1/catalog/products/new")).isEqualTo(403);
            assertThat(desk.open("/s/demo-1/imports/new")).isEqualTo(403);
            assertThat(desk.open("/s/demo-1/setup/users/new")).isEqualTo(403);
        }
    }

    @Test
    void managersDoNotSetUp() {
        try (Desk desk = office.desk("manager")) {
            assertThat(desk.open("/s/demo-1/setup/users")).isEqualTo(403);
            assertThat(desk.open("/s/demo-1/setup/businesses")).isEqualTo(403);
            assertThat(desk.open("/s/demo-1/audit")).isEqualTo(403);
        }
    }

    @Test
    void otherBusinessesAreNotThere() {
        Rest admin = office.rest("admin");
        admin.send("POST", "/businesses", "{\"id\":\"other\",\"name\":\"Other\",\"currency\":\"EUR\"}");
        admin.send(
                "POST",
                "/stores",
                "{\"id\":\"other-1\",\"name\":\"Other 1\",\"timeZone\":\"UTC\",\"businessId\":\"other\"}");
        try (Desk desk = office.desk("manager")) {
            for (String screen : List.of("dashboard", "catalog/products", "stock", "imports", "live")) {
                assertThat(desk.open("/s/other-1/" + screen)).as(screen).isEqualTo(404);
            }
        }
    }
}
