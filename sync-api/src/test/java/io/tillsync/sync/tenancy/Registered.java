package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.World;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an installation has a register of, and how one is made and changed. */
enum Registered {
    BUSINESSES("name", "name:required currency:required") {
        @Override
        Map<String, @Nullable Object> fresh(World world, Shop shop) {
            return fields("name", world.name("Business"), "currency", "EUR");
        }

        @Override
        Api admin(World world, Shop shop) {
            return world.admin();
        }
    },
    STORES("name", "name:required timeZone:required") {
        @Override
        Map<String, @Nullable Object> fresh(World world, Shop shop) {
            return fields("name", world.name("Store"), "timeZone", "Europe/Berlin");
        }
    },
    USERS("username", "username:required role:required password:required") {
        @Override
        Map<String, @Nullable Object> fresh(World world, Shop shop) {
            return fields("username", world.name("user"), "password", World.PASSWORD, "role", "manager");
        }
    },
    TERMINALS("name", "name:required") {
        @Override
        Map<String, @Nullable Object> fresh(World world, Shop shop) {
            return fields("name", world.name("Till"));
        }
    };

    private final String changeable;
    private final String required;

    Registered(String changeable, String required) {
        this.changeable = changeable;
        this.required = required;
    }

    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "/" + type();
    }

    /** A field that can be changed: a name. */
    String changeable() {
        return changeable;
    }

    /** What a creation with no fields is told, as {@code name:code}. */
    String[] required() {
        return required.split(" ", -1);
    }

    /** A content that nothing keeps from being taken. */
    abstract Map<String, @Nullable Object> fresh(World world, Shop shop);

    /** Who administers these for a shop, in its first store. */
    Api admin(World world, Shop shop) {
        return shop.admin().in(shop.one());
    }

    Answer create(World world, Shop shop) {
        return admin(world, shop).post(path(), fresh(world, shop)).is(201);
    }
}
