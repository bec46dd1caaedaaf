package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Operation;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.DuplicateValue;
import io.tillsync.core.write.Outcome.OperationMismatch;
import io.tillsync.core.write.Outcome.Unchanged;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private static final Operation OPERATION = new Operation("till-1/7", "print");

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess process = TestProcess.over(database);

    @AfterEach
    void agrees() {
        Agreement.check(database, BUSINESS);
    }

    @Test
    void anOperationIsDoneOnceAndGivesItsFirstAnswerAgain() {
        process.edit(product("p", "name", "v1"));
        ChangeRequest request = request(OPERATION, patch("products", "p", 1, "name", "v2"));
        Outcome first = process.writers.write(request).only();
        process.edit(patch("products", "p", 2, "name", "v3"));

        assertThat(process.writers.write(request).only()).isEqualTo(first);
        assertThat(TestProcess.over(database).writers.write(request).only()).isEqualTo(first);
        assertThat(process.log()).hasSize(3);
    }

    @Test
    void anOperationsIdStandsForOneThing() {
        process.writers.write(request(OPERATION, product("p")));

        assertThat(process.writers
                        .write(request(new Operation("till-1/7", "other"), product("q"), category("c")))
                        .outcomes())
                .containsExactly(new OperationMismatch(), new OperationMismatch());
        assertThat(process.log()).hasSize(1);
    }

    @Test
    void duplicatesThatArriveTogetherAreDoneOnce() {
        List<Outcome.Result> results = Together.write(
                process,
                request(OPERATION, product("p")),
                request(OPERATION, product("p")),
                request(new Operation("till-1/7", "other"), product("p")));

        assertThat(results.get(0).only())
                .isInstanceOf(Applied.class)
                .isEqualTo(results.get(1).only());
        assertThat(results.get(2).only()).isEqualTo(new OperationMismatch());
        assertThat(process.log()).hasSize(1);
    }

    @Test
    void aRefusedWriteIsNotRemembered() {
        process.edit(product("p", "sku", "a"));
        ChangeRequest request = request(OPERATION, product("q", "sku", "A"));
        assertThat(process.writers.write(request).only()).isInstanceOf(DuplicateValue.class);
        process.edit(delete("products", "p", 1));

        assertThat(process.writers.write(request).only()).isInstanceOf(Applied.class);
    }

    @Test
    void whatChangedNothingIsNotRememberedEither() {
        process.edit(product("p", "name", "v1"));
        ChangeRequest request = request(OPERATION, patch("products", "p", 1, "name", "v1"));

        assertThat(process.writers.write(request).only()).isInstanceOf(Unchanged.class);
        assertThat(process.log()).hasSize(1);
    }

    @Test
    void aCreationForWhichTheServerChoseAnotherIdIsKnownAgain() {
        Outcome first =
                process.writers.write(request(OPERATION, product("chosen-1"))).only();

        assertThat(process.writers
                        .write(request(OPERATION, product("chosen-2")))
                        .only())
                .isEqualTo(first);
    }

    @Test
    void whatOfARequestWasRefusedIsNotTakenForWhatWasCreated() {
        process.edit(product("p", "sku", "a"));
        ChangeRequest apart = TestProcess.apart(request(OPERATION, product("q"), product("r", "sku", "A")));
        Outcome first = process.writers.write(apart).outcomes().getFirst();

        assertThat(process.writers.write(apart).outcomes())
                .startsWith(first)
                .last()
                .isNotInstanceOf(Applied.class);
    }

    @Test
    void whatOfARequestWasRefusedIsRefusedAgain() {
        process.edit(product("p", "sku", "a"));
        process.edit(product("q", "name", "v1"));
        process.edit(patch("products", "q", 1, "name", "v2"));
        ChangeRequest apart = TestProcess.apart(request(
                OPERATION,
                product("r"),
                product("s", "sku", "A"),
                patch("products", "q", 1, "name", "v3"),
                patch("products", "p", 1, "sku", "a"),
                delete("products", "never-was", 1)));

        List<Outcome> first = process.writers.write(apart).outcomes();

        assertThat(first)
                .hasExactlyElementsOfTypes(
                        Applied.class,
                        DuplicateValue.class,
                        Outcome.VersionConflict.class,
                        Unchanged.class,
                        Outcome.Missing.class);
        assertThat(process.writers.write(apart).outcomes()).isEqualTo(first);
        assertThat(TestProcess.over(database).writers.write(apart).outcomes()).isEqualTo(first);
        assertThat(process.log()).hasSize(4);
    }

    @Test
    void whatOfARequestWasRefusedIsNotDoneByItsRepetition() {
        process.edit(product("p", "sku", "a"));
        ChangeRequest apart = TestProcess.apart(request(OPERATION, product("q"), product("r", "sku", "A")));
        process.writers.write(apart);
        process.edit(delete("products", "p", 1));

        assertThat(process.writers.write(apart).outcomes())
                .hasExactlyElementsOfTypes(Applied.class, Outcome.Withheld.class);
        assertThat(process.log()).hasSize(3);
    }

    @Test
    void theSameIdInAnotherLogIsAnotherOperation() {
        process.writers.write(request(OPERATION, product("p")));

        assertThat(process.writers
                        .write(request(OPERATION, Edits.create("store-settings", "s", "value", "x")))
                        .only())
                .isInstanceOf(Applied.class);
    }

    @Test
    void anOperationThatARestoredBackupHasLostIsDoneAgainOnce() {
        process.edit(product("p"));
        ChangeRequest lost = request(OPERATION, patch("products", "p", 1, "sku", "S"));
        process.writers.write(lost);
        Backup.cut(database, BUSINESS, 1);
        TestProcess restored = TestProcess.over(database);
        restored.projections.rebuild(BUSINESS);
        restored.edit(category("c"));

        assertThat(restored.writers.write(lost).only()).isInstanceOf(Applied.class);
        assertThat(restored.writers.write(lost).only()).isInstanceOf(Applied.class);
        assertThat(restored.log()).hasSize(3);
    }
}
