package io.tillsync.console.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.RestartableServer;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Sessions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RebuildIT {

    private static final String PASSWORD = "rebuild-password";
    private static final Set<String> DERIVED = Set.of("users", "unique-values", "operations");

    private final RestartableServer server = RestartableServer.started();
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("tillsync");

    @BeforeEach
    void fill() {
        serve(PASSWORD);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** Starts the application and logs in, which is a commit in another log. */
    private LogIn serve(String password) {
        try (RunningTillsync tillsync = RunningTillsync.started(
                "tillsync.mongodb.uri=" + server.uri(), "tillsync.admin.password=" + PASSWORD)) {
            return tillsync.bean(Sessions.class).logIn("admin", password, Origin.API, Optional.empty());
        }
    }

    private int rebuild() {
        return Rebuild.run("rebuild", "--tillsync.mongodb.uri=" + server.uri());
    }

    private Map<String, Map<Object, Document>> derived() {
        Map<String, Map<Object, Document>> all = new TreeMap<>();
        for (String name : DERIVED) {
            Map<Object, Document> documents = new HashMap<>();
            database.getCollection(name).find().forEach(document -> documents.put(document.get("_id"), document));
            all.put(name, documents);
        }
        return all;
    }

    @Test
    void writesAnewWhatFollowsFromTheLogs(CapturedOutput output) {
        Map<String, Map<Object, Document>> before = derived();
        assertThat(before.values()).noneMatch(Map::isEmpty);
        database.getCollection("users").updateMany(Filters.empty(), Updates.set("current.state.username", "somebody"));
        database.getCollection("unique-values").deleteMany(Filters.empty());
        database.getCollection("operations").drop();

        assertThat(rebuild()).isZero();
        assertThat(derived()).isEqualTo(before);
        assertThat(rebuild()).isZero();
        assertThat(derived()).isEqualTo(before);
        assertThat(output).contains("installation: 1 commits", "2 logs were rebuilt");
        assertThat(serve(PASSWORD)).isInstanceOf(LogIn.Succeeded.class);
    }

    @Test
    void touchesNothingWhereAChainIsBroken(CapturedOutput output) {
        Map<String, Map<Object, Document>> before = derived();
        database.getCollection("commits")
                .updateOne(Filters.regex("_id", "^installation/"), Updates.set("actor.name", "somebody"));

        assertThat(rebuild()).isEqualTo(1);
        assertThat(derived()).isEqualTo(before);
        assertThat(output).contains("installation is damaged", "Nothing was rebuilt");
    }

    @Test
    void leavesNothingOfALogThatIsNotThere() {
        database.getCollection("users")
                .insertOne(new Document("_id", "business:gone/ann").append("current", new Document()));

        assertThat(rebuild()).isZero();
        assertThat(derived().get("users")).doesNotContainKey("business:gone/ann");
    }

    @Test
    void failsWhereThereIsNoLog(CapturedOutput output) {
        database.drop();

        assertThat(rebuild()).isEqualTo(1);
        assertThat(output).contains("does TILLSYNC_MONGODB_URI name the right one?");
    }

    @Test
    void nothingIsServedUntilOneThatWasBrokenOffIsRepeated(CapturedOutput output) {
        new RebuildMark(database).set();

        assertThatThrownBy(() -> serve(PASSWORD)).hasRootCauseInstanceOf(UnfinishedRebuild.class);
        assertThat(output).contains("or run it again");
        assertThat(rebuild()).isZero();
        assertThat(serve(PASSWORD)).isInstanceOf(LogIn.Succeeded.class);
    }

    @Test
    void isRefusedInADemo(CapturedOutput output) {
        assertThat(Rebuild.run("rebuild")).isEqualTo(1);
        assertThat(output).contains("There is nothing to rebuild in a demo");
    }

    @Test
    void failsWhereTheDatabaseDoesNotAnswer(CapturedOutput output) {
        server.stop();

        assertThat(Rebuild.run("rebuild", "--tillsync.mongodb.uri=" + server.uri() + "?serverSelectionTimeoutMS=300"))
                .isEqualTo(1);
        assertThat(output).contains("nothing may be served before this has been repeated");
    }
}
