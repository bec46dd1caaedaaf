package io.tillsync.core.tenancy;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Rules;
import io.tillsync.core.write.Home;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The homes of what is written: each log, with those above it that it can refer to. */
@Component
public class Homes {

    static final Home INSTALLATION =
            new Home(Level.INSTALLATION, Map.of(Level.INSTALLATION, Logs.INSTALLATION), Rules.NONE);

    private final Directory directory;

    Homes(Directory directory) {
        this.directory = directory;
    }

    /**
     * Where entities of a level live.
     *
     * @throws IllegalArgumentException where the business is not there, or the level is a store's and none is named
     */
    public Home of(Level level, Scope scope) {
        return switch (level) {
            case INSTALLATION -> INSTALLATION;
            case BUSINESS -> business(scope.businessId());
            case STORE ->
                store(
                        scope.businessId(),
                        scope.storeId().orElseThrow(() -> new IllegalArgumentException("No store is named")));
        };
    }

    private Home business(String businessId) {
        Map<Level, LogId> logs =
                Map.of(Level.INSTALLATION, Logs.INSTALLATION, Level.BUSINESS, Logs.business(businessId));
        return new Home(Level.BUSINESS, logs, rules(businessId));
    }

    private Home store(String businessId, String storeId) {
        Map<Level, LogId> logs = Map.of(
                Level.INSTALLATION, Logs.INSTALLATION,
                Level.BUSINESS, Logs.business(businessId),
                Level.STORE, Logs.store(storeId));
        return new Home(Level.STORE, logs, rules(businessId));
    }

    private Rules rules(String businessId) {
        return directory
                .business(businessId)
                .map(business -> new Rules(business.moneyDecimals()))
                .orElseThrow(() -> new IllegalArgumentException("No business " + businessId));
    }

    /** For what happens without a change, and that no till follows. */
    static Home access(Optional<String> businessId) {
        return new Home(Level.INSTALLATION, Map.of(Level.INSTALLATION, Logs.access(businessId)), Rules.NONE);
    }
}
