package io.tillsync.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.SettableClock;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.tenancy.Sightings.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightingsIT {

    private static final Subject TILL = new Subject(Subject.Kind.TERMINAL, "till-1");
    private static final SyncToken TOKEN = new SyncToken(List.of(Cursor.start(Logs.INSTALLATION)));

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final SettableClock clock = new SettableClock();
    private MongoDatabase database;
    private CoreFixture core;
    private CoreFixture other;

    @BeforeEach
    void open() {
        database = MONGO.fresh();
        core = CoreFixture.on(database, clock);
        other = CoreFixture.on(database, clock);
    }

    @AfterEach
    void close() {
        core.close();
        other.close();
    }

    private static Sightings of(CoreFixture process) {
        return process.get(Sightings.class);
    }

    private static Optional<Sighting> seen(CoreFixture process) {
        return Optional.ofNullable(of(process).of(List.of("till-1", "till-2")).get("till-1"));
    }

    private Instant written() {
        return database.getCollection("sightings")
                .find(new Document("_id", "till-1"))
                .first()
                .getDate("at")
                .toInstant();
    }

    @Test
    void knowsAtOnceWhatThisProcessHasHeard() {
        of(core).heard(TILL);

        assertThat(seen(core)).contains(new Sighting(clock.instant(), Optional.empty()));
    }

    @Test
    void tellsOtherProcessesWhenItIsWritten() {
        of(core).stands(TILL, TOKEN);
        assertThat(seen(other)).isEmpty();

        of(core).write();

        assertThat(seen(other)).contains(new Sighting(clock.instant(), Optional.of(TOKEN.encoded())));
    }

    @Test
    void writesATerminalAtMostOnceAMinute() {
        of(core).heard(TILL);
        of(core).write();
        Instant first = clock.instant();

        clock.advance(Duration.ofSeconds(59));
        of(core).heard(TILL);
        of(core).write();
        assertThat(written()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));
        of(core).write();
        assertThat(written()).isEqualTo(first.plusSeconds(59));
    }

    @Test
    void doesNotWriteASilentTerminalAgain() {
        of(core).heard(TILL);
        of(core).write();
        database.getCollection("sightings").drop();

        clock.advance(Duration.ofHours(1));
        of(core).write();

        assertThat(seen(other)).isEmpty();
    }

    @Test
    void keepsWhatIsNewestWhicheverProcessWritesLast() {
        of(core).stands(TILL, TOKEN);
        clock.advance(Duration.ofSeconds(10));
        of(other).heard(TILL);
        of(other).write();
        of(core).write();

        assertThat(written()).isEqualTo(clock.instant());
        assertThat(seen(core)).contains(new Sighting(clock.instant(), Optional.of(TOKEN.encoded())));
    }

    @Test
    void remembersTheTokenThroughCallsWithoutOne() {
        of(core).stands(TILL, TOKEN);
        of(core).write();
        clock.advance(Duration.ofMinutes(2));
        of(core).heard(TILL);
        of(core).write();

        assertThat(seen(other)).contains(new Sighting(clock.instant(), Optional.of(TOKEN.encoded())));
    }

    @Test
    void keepsNothingOfUsers() {
        of(core).heard(new Subject(Subject.Kind.USER, "till-1"));

        assertThat(seen(core)).isEmpty();
    }
}
