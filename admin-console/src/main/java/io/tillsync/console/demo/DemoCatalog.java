package io.tillsync.console.demo;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.mode.Mode;
import io.tillsync.console.mode.OnlyIn;
import io.tillsync.core.importing.ImportJob;
import io.tillsync.core.importing.Imports;
import io.tillsync.core.importing.Started;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Products to look at, imported from {@code products.csv}, which is by others: see {@code ATTRIBUTION.md} beside it. */
@Component
@OnlyIn(Mode.DEMO)
final class DemoCatalog {

    private static final LogId LOG = Logs.business(DemoInstallation.BUSINESS);
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

    private final Imports imports;
    private final Homes homes;
    private final EntityType products;

    DemoCatalog(Imports imports, Homes homes, EntityTypes types) {
        this.imports = imports;
        this.homes = homes;
        this.products = types.get("products");
    }

    /** Sees to it that the business has the products, and the store an opening stock of them. */
    void bringTo(String storeId) {
        ImportJob job = start(storeId);
        while (!job.state().isOver()) {
            LockSupport.parkNanos(LOOK_NANOS);
            job = imports.find(LOG, job.id()).orElseThrow();
        }
        if (job.state() == ImportJob.State.FAILED || job.counts().rejected() > 0) {
            throw new IllegalStateException("The demo's catalog cannot be made: " + job);
        }
    }

    private ImportJob start(String storeId) {
        Scope scope = Scope.store(DemoInstallation.BUSINESS, storeId);
        try (InputStream csv = new ClassPathResource("demo/products.csv").getInputStream()) {
            Started started = imports.start(
                    homes.of(Level.BUSINESS, scope),
                    Optional.of(homes.of(Level.STORE, scope)),
                    products,
                    csv,
                    DemoInstallation.ACTOR,
                    DemoInstallation.operation("catalog-" + storeId));
            if (started instanceof Started.Accepted accepted) {
                return accepted.job();
            }
            throw new IllegalStateException("The demo's catalog cannot be read: " + started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
