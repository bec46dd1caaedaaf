package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.label;
import static io.tillsync.core.write.Edits.merge;
import static io.tillsync.core.write.Edits.number;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.Edits.replace;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.merge.FieldDifference;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.Gone;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Missing;
import io.tillsync.core.write.Outcome.Unchanged;
import io.tillsync.core.write.Outcome.VersionConflict;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EditingTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess process = TestProcess.over(database);

    @AfterEach
    void agrees() {
        Agreement.check(database, BUSINESS);
    }

    private Document stored() {
        return process.projections.state(BUSINESS, "products", "p").orElseThrow();
    }

    @Test
    void aPatchGivesSomeFieldsAndNullClearsOne() {
        process.edit(product("p", "sku", "S", "description", "old"));

        Applied applied = (Applied) process.edit(patch("products", "p", 1, "sku", null, "description", "new"));

        assertThat(applied.change().changed()).containsExactlyInAnyOrder("sku", "description");
        assertThat(applied.change().syncVersion()).isEqualTo(2);
        assertThat(stored())
                .doesNotContainKey("sku")
                .containsEntry("description", "new")
                .containsKey("price");
    }

    @Test
    void aReplacementClearsWhatItDoesNotName() {
        process.edit(product("p", "sku", "S", "isActive", false));

        process.edit(replace("products", "p", 1, "name", "N", "price", number("2")));

        assertThat(stored())
                .doesNotContainKey("sku")
                .containsEntry("isActive", true)
                .containsEntry("name", "N");
    }

    @Test
    void whatIsAlreadySoMakesNoCommit() {
        process.edit(product("p", "price", number("1.5")));

        assertThat(process.edit(patch("products", "p", 1, "price", number("1.50"))))
                .isInstanceOf(Unchanged.class);
        assertThat(process.edit(patch("products", "p", 1, "price", 1.5))).isInstanceOf(Invalid.class);
        assertThat(process.edit(patch("products", "p", 1))).isInstanceOf(Unchanged.class);
        assertThat(process.log()).hasSize(1);
        assertThat(stored()).containsEntry("syncVersion", 1L);
    }

    @Test
    void rejectsAnUpdateBasedOnAnOlderVersionWithAllThatIsNeededToResolveIt() {
        process.edit(product("p", "name", "base", "sku", "S", "description", "base"));
        process.edit(patch("products", "p", 1, "name", "theirs", "description", null));

        VersionConflict conflict =
                (VersionConflict) process.edit(patch("products", "p", 1, "name", "ours", "sku", "O"));

        assertThat(conflict.baseVersion()).isOne();
        assertThat(conflict.base().orElseThrow()).containsEntry("name", "base").doesNotContainKey("syncVersion");
        assertThat(conflict.server()).containsEntry("name", "theirs").containsEntry("syncVersion", 2L);
        assertThat(conflict.client())
                .containsEntry("name", "ours")
                .containsEntry("sku", "O")
                .doesNotContainKey("description");
        assertThat(conflict.fields())
                .containsExactlyInAnyOrder(
                        new FieldDifference(
                                "name", Optional.of("base"), Optional.of("ours"), Optional.of("theirs"), true),
                        new FieldDifference("sku", Optional.of("S"), Optional.of("O"), Optional.of("S"), false),
                        new FieldDifference(
                                "description", Optional.of("base"), Optional.of("base"), Optional.empty(), false));
        assertThat(conflict.mergeable()).isFalse();
        assertThat(process.log()).hasSize(2);
    }

    @Test
    void disjointEditsMergeOnlyWhereAskedTo() {
        process.edit(product("p", "name", "base"));
        process.edit(patch("products", "p", 1, "name", "theirs"));

        assertThat(process.edit(patch("products", "p", 1, "sku", "ours")))
                .isInstanceOfSatisfying(
                        VersionConflict.class,
                        conflict -> assertThat(conflict.mergeable()).isTrue());
        assertThat(process.edit(merge("products", "p", 1, "sku", "ours")))
                .isInstanceOfSatisfying(
                        Applied.class, applied -> assertThat(applied.merged()).isTrue());
        assertThat(stored()).containsEntry("name", "theirs").containsEntry("sku", "ours");
        assertThat(process.edit(merge("products", "p", 1, "name", "mine"))).isInstanceOf(VersionConflict.class);
    }

    @Test
    void aTypeCanMergeByItself() {
        process.edit(label("l"));
        process.edit(patch("labels", "l", 1, "color", "red"));

        assertThat(process.edit(patch("labels", "l", 1, "text", "sale")))
                .isInstanceOfSatisfying(
                        Applied.class, applied -> assertThat(applied.merged()).isTrue());
        assertThat(process.edit(patch("labels", "l", 1, "color", "red", "text", "sale")))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void findsTheBaseOfAnyVersionAlsoAcrossADeletion() {
        process.edit(product("p", "name", "v1"));
        process.edit(patch("products", "p", 1, "name", "v2"));
        process.edit(delete("products", "p", 2));
        process.edit(Edits.restore("products", "p", 3));
        process.edit(patch("products", "p", 4, "name", "v5"));

        for (long version = 1; version <= 4; version++) {
            VersionConflict conflict = (VersionConflict) process.edit(patch("products", "p", version, "name", "mine"));
            assertThat(conflict.base().orElseThrow()).containsEntry("name", version == 1 ? "v1" : "v2");
        }
    }

    @Test
    void findsTheBaseInWhatTheBatchHasDone() {
        process.edit(product("p", "name", "v1"));

        var results = Together.write(
                process,
                TestProcess.request(patch("products", "p", 1, "name", "v2")),
                TestProcess.request(patch("products", "p", 2, "name", "v3")),
                TestProcess.request(patch("products", "p", 2, "name", "mine")),
                TestProcess.request(merge("products", "p", 1, "sku", "S")));

        assertThat(((VersionConflict) results.get(2).only()).base().orElseThrow())
                .containsEntry("name", "v2");
        assertThat(results.get(3).only()).isInstanceOf(Applied.class);
        assertThat(stored()).containsEntry("name", "v3").containsEntry("sku", "S");
    }

    @Test
    void aVersionAheadIsAConflictWithoutABase() {
        process.edit(product("p"));

        assertThat(process.edit(patch("products", "p", 9, "name", "mine")))
                .isInstanceOfSatisfying(VersionConflict.class, conflict -> {
                    assertThat(conflict.base()).isEmpty();
                    assertThat(conflict.mergeable()).isFalse();
                    assertThat(conflict.fields())
                            .extracting(FieldDifference::name)
                            .containsExactly("name");
                });
        assertThat(process.edit(merge("products", "p", 9, "sku", "S"))).isInstanceOf(VersionConflict.class);
        assertThat(process.edit(patch("products", "p", 0, "sku", "S"))).isInstanceOf(VersionConflict.class);
    }

    @Test
    void whatIsWrongIsToldBeforeAConflict() {
        process.edit(product("p"));
        process.edit(patch("products", "p", 1, "name", "theirs"));

        Outcome outcome = process.edit(patch("products", "p", 1, "price", number("-1"), "categoryId", "none"));

        assertThat(((Invalid) outcome).errors())
                .extracting(FieldError::code)
                .containsExactly("out-of-range", "unknown-reference");
    }

    @Test
    void aReferenceThatOnlyTheOtherSideGaveUpIsNotHeldAgainstAStaleEdit() {
        process.edit(Edits.category("c"));
        process.edit(product("p", "categoryId", "c"));
        process.edit(patch("products", "p", 1, "categoryId", null));
        process.edit(delete("categories", "c", 1));

        assertThat(process.edit(replace("products", "p", 1, "name", "N", "price", number("1"), "categoryId", "c")))
                .isInstanceOf(VersionConflict.class);
        assertThat(process.edit(merge("products", "p", 1, "name", "N"))).isInstanceOf(Applied.class);
        assertThat(stored()).doesNotContainKey("categoryId");
    }

    @Test
    void theSystemsOwnEditsHoldWhateverTheVersion() {
        process.edit(product("p"));
        process.edit(patch("products", "p", 1, "name", "v2"));

        assertThat(process.edit(patchAny("products", "p", "name", "v3"))).isInstanceOf(Applied.class);
    }

    @Test
    void whatIsNotThereIsMissingAndWhatWasDeletedIsGone() {
        assertThat(process.edit(patch("products", "p", 1, "price", "wrong"))).isEqualTo(new Missing());
        assertThat(process.edit(delete("products", "p", 1))).isEqualTo(new Missing());
        assertThat(process.edit(Edits.restore("products", "p", 1))).isEqualTo(new Missing());
        process.edit(product("p"));
        process.edit(delete("products", "p", 1));

        assertThat(process.edit(patch("products", "p", 2, "price", "wrong"))).isEqualTo(new Gone(2));
        assertThat(process.edit(delete("products", "p", 2))).isEqualTo(new Gone(2));
    }
}
