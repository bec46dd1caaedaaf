package io.tillsync.core.tenancy;

import java.util.Optional;

/** Where something is read or written: a business, and the store of it where one is named. */
public record Scope(String businessId, Optional<String> storeId) {

    public static Scope business(String businessId) {
        return new Scope(businessId, Optional.empty());
    }

    public static Scope store(String businessId, String storeId) {
        return new Scope(businessId, Optional.of(storeId));
    }
}
