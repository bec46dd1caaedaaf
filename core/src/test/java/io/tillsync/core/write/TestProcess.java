package io.tillsync.core.write;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.SettableClock;
import io.tillsync.core.catalog.CatalogDeclarations;
import io.tillsync.core.feed.FeedProperties;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Versions;
import io.tillsync.core.stock.StockDeclarations;
import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Rules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What one application process holds of audit and core; several over one database are several processes. */
public final class TestProcess {

    public static final LogId BUSINESS = LogId.of("business", "acme");
    public static final LogId STORE = LogId.of("store", "acme-1");
    public static final Home BUSINESS_HOME = new Home(Level.BUSINESS, Map.of(Level.BUSINESS, BUSINESS), new Rules(2));
    public static final Home STORE_HOME =
            new Home(Level.STORE, Map.of(Level.BUSINESS, BUSINESS, Level.STORE, STORE), new Rules(2));
    public static final Actor ACTOR =
            new Actor(Actor.Kind.USER, "u-1", "Ada", Optional.of("manager"), Optional.of("192.0.2.1"));

    /** The product's own types, and one that merges by itself. */
    public static final EntityTypes TYPES = new EntityTypes(
            Stream.of(CatalogDeclarations.all(), StockDeclarations.all(), List.<Declaration>of(TestProcess::labels))
                    .flatMap(List::stream)
                    .toList());

    private static final AtomicLong OPERATIONS = new AtomicLong();

    public final Commits commits;
    public final Projections projections;
    public final Versions versions;
    public final Feeds feeds;
    public final LogWriters writers;

    public TestProcess(MongoDatabase database, Clock clock, WriteProperties writing, FeedProperties following) {
        this(database, TYPES, clock, writing, following);
    }

    private TestProcess(
            MongoDatabase database, EntityTypes types, Clock clock, WriteProperties writing, FeedProperties following) {
        commits = new Commits(database);
        projections = new Projections(database, types, commits);
        versions = new Versions(commits);
        feeds = new Feeds(commits, projections, following);
        writers = new LogWriters(feeds, commits, projections, versions, types, writing, clock);
    }

    public static TestProcess over(MongoDatabase database) {
        return new TestProcess(database, new SettableClock(), WriteProperties.defaults(), FeedProperties.defaults());
    }

    /** One of another version of the application, which knows other types. */
    public static TestProcess knowing(MongoDatabase database, EntityTypes types) {
        return new TestProcess(
                database, types, new SettableClock(), WriteProperties.defaults(), FeedProperties.defaults());
    }

    /** One that soon gives up. */
    public static TestProcess impatient(MongoDatabase database) {
        return new TestProcess(
                database,
                new SettableClock(),
                new WriteProperties(1000, Duration.ofMillis(20)),
                FeedProperties.defaults());
    }

    private static EntityType labels() {
        return EntityType.named("labels", "label", Level.BUSINESS)
                .fields(
                        Field.text("name", 200).required(),
                        Field.text("color", 20),
                        Field.longText("text", 30_000_000),
                        Field.references("products", "products"))
                .mergesDisjointEdits()
                .build();
    }

    /** Writes edits of the business as one request. */
    public Outcome.Result write(Edit... edits) {
        return writers.write(request(edits));
    }

    /** What became of a single edit of the business. */
    public Outcome edit(Edit edit) {
        return write(edit).only();
    }

    public static ChangeRequest request(Edit... edits) {
        return request(operation(), edits);
    }

    public static ChangeRequest request(Operation operation, Edit... edits) {
        Home home = edits.length > 0 && TYPES.get(edits[0].type()).level() == Level.STORE ? STORE_HOME : BUSINESS_HOME;
        return ChangeRequest.of(home, ACTOR, Origin.CONSOLE, operation, edits);
    }

    /** The same, each edit for itself. */
    public static ChangeRequest apart(ChangeRequest one) {
        return new ChangeRequest(
                one.home(), one.actor(), one.origin(), one.operation(), one.event(), one.note(), true, one.edits());
    }

    public static Operation operation() {
        return new Operation("u-1/" + OPERATIONS.incrementAndGet(), "print");
    }

    public List<Commit> log() {
        return log(BUSINESS);
    }

    public List<Commit> log(LogId log) {
        return StoredLog.commits(commits, log);
    }
}
