package io.tillsync.sync.tenancy;

import io.tillsync.sync.fixture.Shop;

/** Whose things a caller has no business with. */
enum Foreign {
    OF_ANOTHER_BUSINESS("quagga"),
    OF_THE_STORE_NEXT_DOOR("tarpan");

    private final String secret;

    Foreign(String secret) {
        this.secret = secret;
    }

    /** It is in all texts of theirs, and in no others. */
    String secret() {
        return secret;
    }

    /** The store of a shop that they are in. */
    String store(Shop shop) {
        return this == OF_ANOTHER_BUSINESS ? shop.one() : shop.two();
    }
}
