package io.tillsync.core.tenancy;

import static io.tillsync.core.tenancy.Tenants.cause;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.write.Base;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryIT {

    private static final AtomicInteger COMMANDS = new AtomicInteger();

    private static EmbeddedMongo mongo;
    private static MongoClient client;
    private MongoDatabase database;
    private CoreFixture core;
    private Tenants tenants;
    private Directory directory;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start();
        CommandListener counter = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                COMMANDS.incrementAndGet();
            }
        };
        client = MongoClients.create(MongoClientSettings.builder(TestMongo.durable(mongo.uri()))
                .addCommandListener(counter)
                .build());
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void open() {
        database = client.getDatabase(mongo.fresh().getName());
        core = CoreFixture.on(database);
        directory = core.get(Directory.class);
        tenants = new Tenants(core).business("acme").store("acme", "north").store("acme", "south");
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void knowsTheStoresOfABusiness() {
        tenants.business("other").store("other", "west");

        assertThat(directory.stores("acme")).extracting(Store::id).containsExactly("north", "south");
        tenants.store("acme", "east");
        assertThat(directory.stores("acme")).extracting(Store::id).containsExactly("east", "north", "south");
        assertThat(directory.stores("none")).isEmpty();
    }

    @Test
    void findsNothingUnderIdsThatCannotBe() {
        assertThat(directory.business("")).isEmpty();
        assertThat(directory.store("a/b")).isEmpty();
        assertThat(directory.user("x".repeat(65))).isEmpty();
    }

    @Test
    void seesAChangeOfThisProcessAtOnce() {
        assertThat(directory.store("north")).map(Store::name).contains("north");
        core.get(Stores.class).change("north", Base.version(1), Map.of("name", "Harbour"), cause());

        assertThat(directory.store("north")).map(Store::name).contains("Harbour");
        assertThat(directory.stores("acme")).extracting(Store::name).contains("Harbour");
    }

    @Test
    void seesAChangeOfAnotherProcessOnceItLooks() {
        try (CoreFixture second = CoreFixture.on(database)) {
            Directory elsewhere = second.get(Directory.class);
            assertThat(elsewhere.store("north")).map(Store::name).contains("north");
            core.get(Stores.class).change("north", Base.version(1), Map.of("name", "Harbour"), cause());
            second.follow();

            assertThat(elsewhere.store("north")).map(Store::name).contains("Harbour");
        }
    }

    @Test
    void knowingATerminalCostsNoAccessToTheDatabase() {
        String token = tenants.enrolled(tenants.terminal("acme", "north", "till-1"));
        assertThat(tenants.caller(token)).isPresent();
        core.follow();
        int before = COMMANDS.get();
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            tenants.caller(token);
        }

        long looks = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(COMMANDS.get() - before).isLessThanOrEqualTo((int) looks);
    }
}
