package io.tillsync.core.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.trace.RequestIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteListenerIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final List<String> heard = new ArrayList<>();
    private TestProcess process;
    private TestProcess other;

    @BeforeEach
    void open() {
        var database = MONGO.fresh();
        process = TestProcess.over(database);
        other = TestProcess.over(database);
        process.writers.listen(new Listening());
    }

    private final class Listening implements WriteListener {

        @Override
        public void decided(ChangeRequest request, List<Outcome> outcomes) {
            outcomes.forEach(outcome -> heard.add(outcome.getClass().getSimpleName()));
        }

        @Override
        public void appended(List<Commit> commits, Duration append, Duration projection) {
            heard.add("appended " + commits.size());
        }

        @Override
        public void retried(Cause cause) {
            heard.add("retried " + cause);
        }
    }

    private static final class Failing implements WriteListener {

        @Override
        public void decided(ChangeRequest request, List<Outcome> outcomes) {
            throw new IllegalStateException("decided");
        }

        @Override
        public void appended(List<Commit> commits, Duration append, Duration projection) {
            throw new IllegalStateException("appended");
        }

        @Override
        public void retried(Cause cause) {
            throw new IllegalStateException("retried");
        }
    }

    private static Edit price(Base base, Object price) {
        return new Edit.Patch("products", "p-1", base, Map.of("price", price));
    }

    private static Edit product(String id) {
        return new Edit.Create("products", id, Map.of("name", id, "price", 1));
    }

    @Test
    void hearsOfCommitsAndOfConflicts() {
        process.write(product("p-1"));
        process.write(price(Base.version(1), 2));
        process.write(price(Base.version(1), 3));

        assertThat(heard).containsExactly("appended 1", "Applied", "appended 1", "Applied", "VersionConflict");
    }

    @Test
    void hearsThatAnotherProcessWasFaster() {
        process.write(product("p-1"));
        heard.clear();
        other.write(product("p-2"));

        process.write(product("p-3"));

        assertThat(heard).containsExactly("retried TAKEN", "appended 1", "Applied");
    }

    @Test
    void hearsThatARefusalWasAtAHeadThatWasNoneAnyMore() {
        process.write(product("p-1"));
        heard.clear();
        other.write(price(Base.version(1), 2));

        process.write(price(Base.version(1), 3));

        assertThat(heard).containsExactly("retried MOVED", "VersionConflict");
    }

    /** What was written stays written, once, and its caller and the other listeners hear of it. */
    @Test
    void harmsNothingWhereOneFails() {
        var database = MONGO.fresh();
        TestProcess first = TestProcess.over(database);
        first.writers.listen(new Failing());
        first.writers.listen(new Listening());
        TestProcess.over(database).write(product("p-1"));
        first.write(product("p-2"));
        TestProcess.over(database).write(product("p-3"));

        first.write(product("p-4"));
        first.write(price(Base.version(1), 2));
        first.write(price(Base.version(1), 3));

        assertThat(first.log()).hasSize(5);
        assertThat(heard)
                .containsExactly(
                        "appended 1",
                        "Applied",
                        "retried TAKEN",
                        "appended 1",
                        "Applied",
                        "appended 1",
                        "Applied",
                        "VersionConflict");
    }

    @Test
    void aCommitNamesTheRequestThatAskedForIt() {
        RequestIds.run(Optional.of("asked-for"), () -> process.write(product("p-1")));
        process.write(product("p-2"));

        assertThat(process.log())
                .extracting(Commit::request)
                .containsExactly(Optional.of("asked-for"), Optional.empty());
        assertThat(process.commits.verify(TestProcess.BUSINESS)).isEmpty();
    }

    /** So that what was written before there were such ids is still as its hash says. */
    @Test
    void withoutARequestNothingIsStored() {
        var database = MONGO.fresh();
        TestProcess.over(database).write(product("p-1"));

        Document stored = database.getCollection("commits").find().first();

        assertThat(stored).containsKey("hash").doesNotContainKey("request");
    }
}
