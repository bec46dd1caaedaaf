package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of prices, as an office makes them. */
final class Prices {

    private static final Pattern VERSION = Pattern.compile("\"(?:syncVersion|currentVersion)\":(\\d+)");

    private Prices() {}

    /** Changes a product's price, where its version is known. */
    static byte[] change(Shop shop, int product, long version, int cents) {
        return Wire.request(
                "PATCH",
                "/api/v1/products/p" + product,
                shop.manager(),
                "{\"syncVersion\":%d,\"price\":%s}".formatted(version, price(cents)));
    }

    /** Reads the version that a product has, and changes its price. */
    static void change(Wire office, Shop shop, int product, int cents) throws IOException {
        Wire.Reply reply = office.exchange(change(shop, product, version(office, shop, product), cents));
        if (reply.status() != 200) {
            throw new IllegalStateException(new String(reply.body(), StandardCharsets.UTF_8));
        }
    }

    /** One that no earlier call had. */
    static String price(int number) {
        return "%d.%02d".formatted(1 + number / 100, number % 100);
    }

    /** The version that a product has now. */
    static long version(Wire office, Shop shop, int product) throws IOException {
        Wire.Reply reply = office.exchange(Wire.get("/api/v1/products/p" + product, shop.manager()));
        Matcher version = VERSION.matcher(new String(reply.body(), StandardCharsets.UTF_8));
        if (!version.find()) {
            throw new IllegalStateException("No version in an answer with status " + reply.status());
        }
        return Long.parseLong(version.group(1));
    }
}
