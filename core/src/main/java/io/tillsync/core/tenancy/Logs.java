package io.tillsync.core.tenancy;

import io.tillsync.audit.log.LogId;
import java.util.Optional;

/** How the logs are named. */
public final class Logs {

    /** Businesses, stores, users and terminals. */
    public static final LogId INSTALLATION = new LogId("installation");

    private Logs() {}

    /** What all stores of a business share. */
    public static LogId business(String businessId) {
        return LogId.of("business", businessId);
    }

    /** What happens in a store. */
    public static LogId store(String storeId) {
        return LogId.of("store", storeId);
    }

    /** Log-ins and what else happens at the door, which no till follows; of no business where none is known. */
    public static LogId access(Optional<String> businessId) {
        return businessId.map(id -> LogId.of("access", id)).orElseGet(() -> new LogId("access"));
    }
}
