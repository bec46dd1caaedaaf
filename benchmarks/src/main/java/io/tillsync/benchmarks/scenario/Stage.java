package io.tillsync.benchmarks.scenario;

import com.mongodb.client.MongoDatabase;
import io.tillsync.benchmarks.process.Database;
import io.tillsync.benchmarks.process.Deployment;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What scenarios have in common: the application as it is deployed, its database, and a shop whose catalog only grows. */
public final class Stage implements AutoCloseable {

    private static final int STEP = 1_000;

    private final Deployment deployment;
    private final Database database;
    private final Backstage backstage;
    private final Sizes sizes;
    private final long end;
    private @Nullable Shop shop;
    private int products;

    /** After a moment of {@link System#nanoTime} it no longer grows. */
    public Stage(Deployment deployment, Database database, Sizes sizes, long end) {
        this.end = end;
        this.deployment = deployment;
        this.database = database;
        this.sizes = sizes;
        this.backstage = new Backstage(database.database());
    }

    /**
     * How much is measured.
     *
     * @param products the most products
     * @param sockets the most sockets
     * @param round how long each round of a comparison takes
     */
    public record Sizes(int products, int sockets, Duration round) {}

    Sizes sizes() {
        return sizes;
    }

    Backstage backstage() {
        return backstage;
    }

    MongoDatabase database() {
        return database.database();
    }

    /** The shop with so many products; those of the scenarios before are there already. */
    Shop shop(int wanted) {
        Shop grown = shop == null ? backstage.newShop() : shop;
        shop = grown;
        while (products < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The time was over before there were %,d products".formatted(wanted));
            }
            int next = Math.min(wanted, products + STEP);
            backstage.fill(grown, products, next);
            products = next;
        }
        return grown;
    }

    /** Starts the application, and returns when the shop's till has had an answer. */
    Tillsync start(Setup setup, Shop caller) {
        return Tillsync.start(deployment, database, setup, "/api/v1/sync/full?entities=brands&limit=1", caller.till());
    }

    @Override
    public void close() {
        backstage.close();
    }
}
