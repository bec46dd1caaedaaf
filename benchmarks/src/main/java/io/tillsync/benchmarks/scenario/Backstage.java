package io.tillsync.benchmarks.scenario;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Businesses;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Enrolment;
import io.tillsync.core.tenancy.Enrolments;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Installation;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.Stores;
import io.tillsync.core.tenancy.Terminals;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The product's core in this process, on the same database: it makes businesses, tills and catalogs without costing the measured server anything. */
public final class Backstage implements AutoCloseable {

    private static final String PASSWORD = "figures-figures";
    private static final int COMMIT = 1_000;
    private static final String[] SYLLABLES = {
        "no", "dle", "spel", "or", "ga", "nic", "brea", "mil", "ka", "to", "ri", "sa"
    };

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Makes the installation. */
    public Backstage(MongoDatabase database) {
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Commits.class, () -> new Commits(database));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(Beans.class);
        context.refresh();
        context.getBean(Installation.class).ensureAdmin(PASSWORD);
    }

    @ComponentScan("io.tillsync.core")
    @ConfigurationPropertiesScan("io.tillsync.core")
    static class Beans {}

    /**
     * A business with one store.
     *
     * @param manager the token of one who may change its catalog
     * @param till the token of a terminal
     */
    record Shop(String business, String store, String manager, String till) {}

    Shop newShop() {
        String name = "b" + UUID.randomUUID().toString().substring(0, 8);
        done(get(Businesses.class).create(new EntityId(name), Map.of("name", name, "currency", "EUR"), cause()));
        done(get(Stores.class)
                .create(
                        new EntityId(name),
                        Map.of("name", name, "timeZone", "Europe/Berlin", "businessId", name),
                        cause()));
        done(get(Users.class)
                .create(
                        new EntityId(name),
                        Map.of("username", name, "role", "manager", "businessId", name, "password", PASSWORD),
                        cause()));
        return new Shop(name, name, logIn(name), enrol(name));
    }

    private String logIn(String user) {
        return get(Sessions.class).logIn(user, PASSWORD, Origin.SYSTEM, Optional.empty())
                        instanceof LogIn.Succeeded succeeded
                ? succeeded.token()
                : refused();
    }

    private String enrol(String store) {
        Terminals.Issued issued = get(Terminals.class)
                .create(new EntityId(store), Scope.store(store, store), Map.of("name", "Till"), cause());
        String code = issued.code().orElseThrow().value();
        return get(Enrolments.class).enrol(code, Optional.empty(), Optional.empty(), Optional.empty())
                        instanceof Enrolment.Enrolled enrolled
                ? enrolled.token()
                : refused();
    }

    /** Makes the products {@code p<from>} to {@code p<to - 1>}, in large commits as an import makes them. */
    void fill(Shop shop, int from, int to) {
        for (int start = from; start < to; start += COMMIT) {
            Edit[] edits = IntStream.range(start, Math.min(to, start + COMMIT))
                    .mapToObj(i -> new Edit.Create("products", "p" + i, product(i)))
                    .toArray(Edit[]::new);
            ChangeRequest request = ChangeRequest.of(
                    get(Homes.class).of(Level.BUSINESS, Scope.business(shop.business())),
                    Actor.system("figures"),
                    Origin.SYSTEM,
                    cause().operation(),
                    edits);
            get(LogWriters.class).write(request).outcomes().forEach(Backstage::done);
        }
    }

    /** About what a product of a supermarket has, no two alike. */
    static Map<String, Object> product(int number) {
        Random random = new Random(number);
        return Map.of(
                "name",
                words(random, 4) + " " + number,
                "price",
                BigDecimal.valueOf(100 + random.nextInt(9_900), 2),
                "cost",
                BigDecimal.valueOf(50 + random.nextInt(5_000), 2),
                "sku",
                "SKU-" + number,
                "barcode",
                Long.toString(4_000_000_000_000L + number * 7L),
                "description",
                words(random, 14));
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, SYLLABLES.length * SYLLABLES.length * SYLLABLES.length)
                .mapToObj(word -> SYLLABLES[word % SYLLABLES.length]
                        + SYLLABLES[word / SYLLABLES.length % SYLLABLES.length]
                        + SYLLABLES[word / SYLLABLES.length / SYLLABLES.length])
                .collect(Collectors.joining(" "));
    }

    private <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    private static Cause cause() {
        String id = UUID.randomUUID().toString();
        return new Cause(Actor.system("figures"), Origin.SYSTEM, new Operation(id, id));
    }

    private static void done(Outcome outcome) {
        if (outcome instanceof Outcome.Refused) {
            throw new IllegalStateException("Refused: " + outcome);
        }
    }

    private static String refused() {
        throw new IllegalStateException("Refused at the door");
    }

    @Override
    public void close() {
        context.close();
    }
}
