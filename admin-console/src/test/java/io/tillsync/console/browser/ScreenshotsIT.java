package io.tillsync.console.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures of the README anew: {@code ./mvnw verify -Dscreenshots=<folder>}. */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+", disabledReason = "makes pictures, when asked to")
class ScreenshotsIT {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Path folder = Path.of(System.getProperty("screenshots", ""));
    private final Office office = Office.open();

    @Test
    void screens() {
        try (Desk desk = office.desk("admin", ColorScheme.LIGHT, WIDTH, HEIGHT)) {
            shoot(desk, "/s/demo-1/dashboard", "dashboard");
            shoot(desk, "/s/demo-1/catalog/products", "products");
            shoot(desk, "/s/demo-1/audit", "audit");
        }
        try (Desk desk = office.desk("admin", ColorScheme.DARK, WIDTH, HEIGHT)) {
            shoot(desk, "/s/demo-1/catalog/products/light-roast-instant-coffee", "product-dark");
        }
    }

    @Test
    void twoEdits() {
        String path = "/s/demo-1/catalog/products/light-roast-instant-coffee";
        try (Desk one = office.desk("manager");
                Desk other = office.desk("admin", ColorScheme.LIGHT, WIDTH, HEIGHT)) {
            one.open(path);
            other.open(path);
            other.page().fill("#field-price", "12.99");
            other.page().fill("#field-description", "Mild, for the afternoon.");
            one.page().fill("#field-price", "13.49");
            one.page().click("#entity-form [data-key=save]");
            one.page().waitForSelector(".notice-success");
            other.page().click("#entity-form [data-key=save]");
            other.page().waitForSelector("form.comparison");
            picture(other, "two-edits");
        }
    }

    private void shoot(Desk desk, String path, String name) {
        desk.open(path);
        desk.page().waitForFunction("document.querySelector('#live-state.is-on')");
        picture(desk, name);
    }

    private void picture(Desk desk, String name) {
        desk.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
