package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.create;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.number;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Change.Op;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Outcome.AlreadyExists;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.Gone;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Unchanged;
import io.tillsync.core.write.Outcome.Withheld;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CreationTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess process = TestProcess.over(database);

    @AfterEach
    void agrees() {
        Agreement.check(database, BUSINESS);
    }

    @Test
    void theFirstVersionIsOneAndHoldsTheFallbacks() {
        Applied created = (Applied) process.edit(product("p", "price", number("1.50"), "sku", "S-1"));

        assertThat(created.merged()).isFalse();
        assertThat(created.change().op()).isEqualTo(Op.CREATED);
        assertThat(created.change().syncVersion()).isOne();
        assertThat(created.change().before()).isEmpty();
        assertThat(created.change().changed()).containsExactlyInAnyOrder("name", "price", "sku", "isActive");
        assertThat(created.change().after())
                .containsEntry("price", number("1.5"))
                .containsEntry("isActive", true)
                .containsEntry("syncVersion", 1L)
                .containsEntry("seq", 1L);
    }

    @Test
    void repeatedWithTheContentItWasCreatedWithItChangesNothing() {
        process.edit(product("p", "price", number("1.50")));
        process.edit(patch("products", "p", 1, "price", number("9")));

        assertThat(process.edit(product("p", "price", number("1.5"))))
                .isInstanceOfSatisfying(
                        Unchanged.class,
                        same -> assertThat(same.state())
                                .containsEntry("syncVersion", 2L)
                                .containsEntry("price", number("9")));
        assertThat(process.log()).hasSize(2);
    }

    @Test
    void repeatedWithOtherContentItIsRefused() {
        process.edit(product("p", "price", number("1.50")));

        assertThat(process.edit(product("p", "price", number("9")))).isEqualTo(new AlreadyExists());
    }

    @Test
    void repeatedOnATombstoneItIsGone() {
        process.edit(product("p"));
        process.edit(delete("products", "p", 1));

        assertThat(process.edit(product("p"))).isEqualTo(new Gone(2));
        assertThat(process.edit(product("p", "sku", "other"))).isEqualTo(new AlreadyExists());
    }

    @Test
    void aRepeatedCreationIsKnownThoughWhatItRefersToIsGone() {
        process.edit(category("c"));
        process.edit(product("p", "categoryId", "c"));
        process.edit(patch("products", "p", 1, "categoryId", null));
        process.edit(delete("categories", "c", 1));

        assertThat(process.edit(product("p", "categoryId", "c"))).isInstanceOf(Unchanged.class);
    }

    @Test
    void tellsAllErrorsAtOnceAlsoWhatIsReferredToAndIsNotThere() {
        Outcome outcome = process.edit(create(
                "products",
                "p",
                "price",
                number("-1"),
                "sku",
                5,
                "colour",
                "red",
                "categoryId",
                "none",
                "brandId",
                "a/b"));

        assertThat(((Invalid) outcome).errors())
                .extracting(FieldError::field, FieldError::code)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "(\"name\", \"required\")",
                        "(\"price\", \"out-of-range\")",
                        "(\"sku\", \"wrong-type\")",
                        "(\"colour\", \"unknown-field\")",
                        "(\"brandId\", \"wrong-type\")",
                        "(\"categoryId\", \"unknown-reference\")");
        assertThat(process.log()).isEmpty();
    }

    @Test
    void whatARequestCreatesCanBeReferredToBehindIt() {
        assertThat(process.write(category("c"), product("p", "categoryId", "c")).outcomes())
                .allMatch(Applied.class::isInstance);
        assertThat(process.log()).hasSize(1);
    }

    @Test
    void aRequestIsAppliedAsAWholeOrNotAtAll() {
        assertThat(process.write(category("c"), product("p", "categoryId", "x"), product("q"))
                        .outcomes())
                .hasExactlyElementsOfTypes(Withheld.class, Invalid.class, Withheld.class);
        assertThat(process.log()).isEmpty();
    }

    @Test
    void editsApartStandForThemselvesInOneCommit() {
        ChangeRequest apart = TestProcess.apart(
                TestProcess.request(category("c"), product("p", "categoryId", "x"), product("q", "categoryId", "c")));

        assertThat(process.writers.write(apart).outcomes())
                .hasExactlyElementsOfTypes(Applied.class, Invalid.class, Applied.class);
        assertThat(process.log()).hasSize(1);
        assertThat(process.log().getFirst().changes()).hasSize(2);
    }

    @Test
    void aRequestNamesAnEntityOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestProcess.request(product("p"), patch("products", "p", 1, "sku", "s")));
        TestProcess.request(product("p"), category("p"));
    }

    @Test
    void systemFieldsOfACallerAreIgnored() {
        process.edit(product("p", "syncVersion", 77, "id", "q", "deletedAt", "now", "seq", 12, "createdAs", "x"));

        Document state = process.projections.state(BUSINESS, "products", "p").orElseThrow();
        assertThat(state)
                .containsEntry("id", "p")
                .containsEntry("syncVersion", 1L)
                .doesNotContainKey("deletedAt");
    }

    @Test
    void somethingThatHappenedIsACommitWithoutChanges() {
        process.writers.write(ChangeRequest.happened(
                TestProcess.BUSINESS_HOME,
                TestProcess.ACTOR,
                io.tillsync.audit.log.Origin.CONSOLE,
                TestProcess.operation(),
                "log-in"));

        assertThat(process.log()).hasSize(1).first().satisfies(commit -> {
            assertThat(commit.event()).contains("log-in");
            assertThat(commit.changes()).isEmpty();
        });
    }
}
