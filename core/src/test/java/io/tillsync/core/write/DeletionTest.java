package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.create;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.number;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.Edits.restore;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Change.Op;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.DuplicateValue;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.StillReferenced;
import io.tillsync.core.write.Outcome.Unchanged;
import io.tillsync.core.write.Outcome.VersionConflict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeletionTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess process = TestProcess.over(database);

    @AfterEach
    void agrees() {
        Agreement.check(database, BUSINESS);
        Agreement.check(database, STORE);
    }

    @Test
    void aDeletedEntityIsATombstoneThatARestorationTakesAway() {
        process.edit(product("p", "sku", "S"));

        Applied deleted = (Applied) process.edit(delete("products", "p", 1));
        Applied restored = (Applied) process.edit(restore("products", "p", 2));

        assertThat(deleted.change().op()).isEqualTo(Op.DELETED);
        assertThat(deleted.change().after()).containsKey("deletedAt").containsEntry("sku", "S");
        assertThat(restored.change().op()).isEqualTo(Op.RESTORED);
        assertThat(restored.change().after()).doesNotContainKey("deletedAt").containsEntry("syncVersion", 3L);
        assertThat(process.log())
                .extracting(commit -> commit.counts().get("products"))
                .containsExactly(1L, 0L, 1L);
    }

    @Test
    void aDeletionFreesTheValueAndARestorationNeedsItAgain() {
        process.edit(product("p", "sku", "S", "barcode", "4001"));
        process.edit(delete("products", "p", 1));
        process.edit(product("q", "sku", "s"));

        assertThat(process.edit(restore("products", "p", 2))).isEqualTo(new DuplicateValue("sku", "S", "q"));
        process.edit(patch("products", "q", 1, "sku", "T"));
        assertThat(process.edit(restore("products", "p", 2))).isInstanceOf(Applied.class);
        assertThat(process.edit(product("r", "barcode", "4001"))).isEqualTo(new DuplicateValue("barcode", "4001", "p"));
    }

    @Test
    void aRestorationOfWhatIsThereChangesNothing() {
        process.edit(product("p"));

        assertThat(process.edit(restore("products", "p", 1))).isInstanceOf(Unchanged.class);
        assertThat(process.edit(restore("products", "p", 2))).isInstanceOf(VersionConflict.class);
    }

    @Test
    void aStaleDeletionOrRestorationIsAConflict() {
        process.edit(product("p", "name", "v1"));
        process.edit(patch("products", "p", 1, "name", "v2"));

        assertThat(process.edit(delete("products", "p", 1))).isInstanceOfSatisfying(VersionConflict.class, conflict -> {
            assertThat(conflict.base().orElseThrow()).containsEntry("name", "v1");
            assertThat(conflict.client()).isEmpty();
            assertThat(conflict.mergeable()).isFalse();
        });
        process.edit(delete("products", "p", 2));
        assertThat(process.edit(restore("products", "p", 2))).isInstanceOf(VersionConflict.class);
        assertThat(process.edit(restore("products", "p", 9))).isInstanceOf(VersionConflict.class);
    }

    @Test
    void whatIsPointedToStaysUntilItNoLongerIs() {
        process.edit(category("c"));
        process.edit(category("child", "parentId", "c"));
        process.edit(product("p", "categoryId", "child"));

        assertThat(process.edit(delete("categories", "c", 1))).isEqualTo(new StillReferenced("categories", "child"));
        assertThat(process.edit(delete("categories", "child", 1))).isEqualTo(new StillReferenced("products", "p"));
        process.edit(delete("products", "p", 1));
        assertThat(process.edit(delete("categories", "child", 1))).isInstanceOf(Applied.class);
        assertThat(process.edit(delete("categories", "c", 1))).isInstanceOf(Applied.class);
    }

    @Test
    void seesWhoPointsToAnEntityWithinTheBatchAndTheRequest() {
        process.edit(category("c"));
        process.edit(category("d"));
        process.edit(product("p", "categoryId", "c"));

        var results = Together.write(
                process,
                TestProcess.request(patch("products", "p", 1, "categoryId", "d")),
                TestProcess.request(delete("categories", "c", 1)),
                TestProcess.request(delete("categories", "d", 1)),
                TestProcess.request(delete("products", "p", 2), delete("categories", "d", 1)));

        assertThat(results.get(0).only()).isInstanceOf(Applied.class);
        assertThat(results.get(1).only()).isInstanceOf(Applied.class);
        assertThat(results.get(2).only()).isEqualTo(new StillReferenced("products", "p"));
        assertThat(results.get(3).outcomes()).allMatch(Applied.class::isInstance);
        assertThat(process.log()).hasSize(6);
    }

    @Test
    void listsOfReferencesCountToo() {
        process.edit(product("p"));
        process.edit(product("q"));
        process.edit(Edits.label("l", "products", List.of("p", "q")));

        assertThat(process.edit(delete("products", "q", 1))).isEqualTo(new StillReferenced("labels", "l"));
    }

    @Test
    void whatAStorePointsToCanBeDeletedInTheBusiness() {
        process.edit(product("p"));
        assertThat(process.edit(create("store-prices", "sp", "productId", "p", "price", number("2"))))
                .isInstanceOf(Applied.class);

        assertThat(process.edit(delete("products", "p", 1))).isInstanceOf(Applied.class);
        assertThat(process.edit(patch("store-prices", "sp", 1, "price", number("3"))))
                .isInstanceOf(Applied.class);
        assertThat(process.edit(create("store-prices", "other", "productId", "p", "price", number("2"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aRestorationNeedsWhatItRefersTo() {
        process.edit(category("c"));
        process.edit(product("p", "categoryId", "c"));
        process.edit(delete("products", "p", 1));
        process.edit(delete("categories", "c", 1));

        assertThat(((Invalid) process.edit(restore("products", "p", 2))).errors())
                .extracting(FieldError::field)
                .containsExactly("categoryId");
    }

    @Test
    void noTreeEverLeadsBackToItself() {
        process.write(category("a"), category("b", "parentId", "a"), category("c", "parentId", "b"));

        assertThat(process.edit(patch("categories", "a", 1, "parentId", "a")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::code)
                                .containsExactly("cycle"));
        assertThat(process.edit(patch("categories", "a", 1, "parentId", "c"))).isInstanceOf(Invalid.class);
        assertThat(process.write(
                                patch("categories", "b", 1, "parentId", null),
                                patch("categories", "a", 1, "parentId", "c"))
                        .outcomes())
                .allMatch(Applied.class::isInstance);
        assertThat(process.edit(category("self", "parentId", "self"))).isInstanceOf(Invalid.class);
    }

    @Test
    void addingNeverConflictsAndNeverBringsBackWhatWasDeleted() {
        process.edit(product("p"));
        Edit.Add add = new Edit.Add("stocks", "p", Map.of("productId", "p"), "quantity", number("2.5"));
        process.edit(add);
        Applied second = (Applied) process.edit(add);

        assertThat(second.change().after()).containsEntry("quantity", number("5"));
        assertThat(process.edit(new Edit.Add("stocks", "p", Map.of("productId", "p"), "quantity", number("0"))))
                .isInstanceOf(Unchanged.class);
        process.edit(new Edit.Delete("stocks", "p", Base.any()));
        assertThat(process.edit(add)).isEqualTo(new Outcome.Gone(3));
    }

    @Test
    void anAdditionOfAnySizeIsRefusedWithoutBeingWrittenOut() {
        process.edit(product("p"));
        for (String delta : List.of("1e999999999", "-1e999999999", "1e-999999999", "1e400", "1e12", "0.0001")) {
            assertThat(process.edit(new Edit.Add("stocks", "p", Map.of("productId", "p"), "quantity", number(delta))))
                    .as(delta)
                    .isInstanceOf(Invalid.class);
        }
        assertThat(process.edit(
                        new Edit.Add("stocks", "p", Map.of("productId", "p"), "quantity", number("0e999999999"))))
                .isInstanceOf(Applied.class);
    }
}
