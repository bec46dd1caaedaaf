package io.tillsync.sync.entity;

import static io.tillsync.sync.fixture.Api.fields;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Shop;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types that rules are tried on: one that lives at the business, and one that lives at a store. */
enum Subject {
    PRODUCTS("products", "sku", "description") {
        @Override
        Map<String, @Nullable Object> fresh(Shop shop) {
            String name = "Tea " + UUID.randomUUID();
            return fields("name", name, "price", 1, "sku", name, "description", "Green");
        }

        @Override
        Object freshOther(Shop shop) {
            return "Black " + UUID.randomUUID();
        }
    },
    STORE_PRICES("store-prices", "productId", "productId") {
        @Override
        Map<String, @Nullable Object> fresh(Shop shop) {
            return fields("productId", shop.product().id(), "price", 1);
        }

        @Override
        Object freshOther(Shop shop) {
            return shop.product().id();
        }
    };

    private final String type;
    private final String unique;
    private final String other;

    Subject(String type, String unique, String other) {
        this.type = type;
        this.unique = unique;
        this.other = other;
    }

    String type() {
        return type;
    }

    String path() {
        return "/" + type;
    }

    /** The field whose value no two share. */
    String unique() {
        return unique;
    }

    /** A field beside the price. */
    String other() {
        return other;
    }

    /** A content that nothing keeps from being taken; its price is 1. */
    abstract Map<String, @Nullable Object> fresh(Shop shop);

    abstract Object freshOther(Shop shop);

    Answer create(Shop shop) {
        return shop.boss().post(path(), fresh(shop)).is(201);
    }
}
