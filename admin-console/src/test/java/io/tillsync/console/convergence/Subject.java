package io.tillsync.console.convergence;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.tenancy.Logs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What actors edit: entities of one type in one place, few enough that they get in each other's way.
 *
 * @param store named in calls; empty for what lives at the business
 * @param ids how many there can be
 * @param fields what they can be given, each by one draw
 * @param required how many of the fields, from the first on, no entity can be without
 */
record Subject(
        LogId log, String type, String store, int ids, List<BiConsumer<ObjectNode, Random>> fields, int required) {

    static Subject products(String business, int decimals) {
        return new Subject(
                Logs.business(business),
                "products",
                "",
                25,
                List.of(
                        (json, random) -> json.put("name", business + " product " + random.nextInt(1000)),
                        (json, random) -> json.put("price", money(random, decimals)),
                        (json, random) -> code(json, "sku", "SKU-" + random.nextInt(30), random),
                        (json, random) -> code(json, "barcode", "40000" + random.nextInt(30), random),
                        (json, random) -> code(json, "categoryId", "c-" + random.nextInt(12), random),
                        (json, random) -> json.put("isActive", random.nextBoolean()),
                        (json, random) -> code(json, "cost", money(random, decimals), random),
                        (json, random) ->
                                json.put("reorderLevel", quantity(random).abs()),
                        (json, random) -> code(json, "description", "Größe \"" + random.nextInt() + "\" 🛒", random)),
                2);
    }

    static Subject categories(String business) {
        return new Subject(
                Logs.business(business),
                "categories",
                "",
                12,
                List.of(
                        (json, random) -> json.put("name", business + " category " + random.nextInt(16)),
                        (json, random) -> code(json, "parentId", "c-" + random.nextInt(12), random),
                        (json, random) -> json.put("position", random.nextInt(100))),
                1);
    }

    static Subject customers(String business) {
        return new Subject(
                Logs.business(business),
                "customers",
                "",
                25,
                List.of(
                        (json, random) -> json.put("name", business + " customer " + random.nextInt(1000)),
                        (json, random) -> code(json, "email", "c" + random.nextInt(20) + "@example.com", random),
                        (json, random) -> code(json, "phone", "+47" + random.nextInt(100_000), random),
                        (json, random) -> code(json, "note", "note " + random.nextInt(), random)),
                1);
    }

    static Subject settings(String business) {
        return settings(Logs.business(business), "settings", "", business);
    }

    static Subject storeSettings(String store) {
        return settings(Logs.store(store), "store-settings", store, store);
    }

    private static Subject settings(LogId log, String type, String store, String owner) {
        return new Subject(log, type, store, 8, List.of((json, random) -> json.set("value", value(owner, random))), 1);
    }

    static Subject storePrices(String store, int decimals) {
        return new Subject(
                Logs.store(store),
                "store-prices",
                store,
                20,
                List.of(
                        (json, random) -> json.put("productId", "p-" + random.nextInt(25)),
                        (json, random) -> json.put("price", money(random, decimals))),
                2);
    }

    /** Whose it is can be seen in it. */
    private static ObjectNode value(String owner, Random random) {
        ObjectNode value = Answer.JSON.createObjectNode().put("owner", owner);
        value.put("rate", new BigDecimal(random.nextInt(10_000)).movePointLeft(random.nextInt(8)));
        value.putArray("lines").add(random.nextInt(5)).addNull().add("line " + random.nextInt(5));
        return value;
    }

    private static BigDecimal money(Random random, int decimals) {
        return BigDecimal.valueOf(random.nextInt(100_000), decimals);
    }

    static BigDecimal quantity(Random random) {
        return BigDecimal.valueOf(random.nextInt(20_000) - 10_000L, random.nextInt(4));
    }

    /** Three times of four; else the field is taken away, so that a value that only one can have is there for others. */
    private static void code(ObjectNode json, String field, Object value, Random random) {
        if (random.nextInt(4) == 0) {
            json.putNull(field);
        } else {
            json.putPOJO(field, value);
        }
    }

    String id(Random random) {
        return type.charAt(0) + "-" + random.nextInt(ids);
    }

    ObjectNode whole(Random random) {
        ObjectNode json = Answer.JSON.createObjectNode();
        for (int i = 0; i < fields.size(); i++) {
            if (i < required || random.nextBoolean()) {
                fields.get(i).accept(json, random);
            }
        }
        return json;
    }

    ObjectNode part(Random random) {
        ObjectNode json = Answer.JSON.createObjectNode();
        IntStream.range(0, 1 + random.nextInt(2))
                .forEach(draw -> fields.get(random.nextInt(fields.size())).accept(json, random));
        return json;
    }

    String path(String id) {
        return "/" + type + "/" + id;
    }

    /** Says which store is meant, for who could mean several. */
    Call of(Call call) {
        return store.isEmpty() ? call : call.with("X-Store-Id", store);
    }
}
