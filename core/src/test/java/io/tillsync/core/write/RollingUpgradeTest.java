package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.create;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.merge;
import static io.tillsync.core.write.Edits.number;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.replace;
import static io.tillsync.core.write.Edits.restore;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind.Sign;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.Invalid;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a new version is rolled out, processes that know a field and such that do not write the same entities. */
class RollingUpgradeTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private static final EntityTypes OLD = types();
    private static final EntityTypes NEW = types(Field.text("season", 20));

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess older = TestProcess.knowing(database, OLD);
    private final TestProcess newer = TestProcess.knowing(database, NEW);

    private static EntityTypes types(Field... added) {
        Field[] fields = Stream.concat(
                        Stream.of(
                                Field.text("name", 20).required(),
                                Field.text("note", 20),
                                Field.quantity("quantity", Sign.ANY)),
                        Stream.of(added))
                .toArray(Field[]::new);
        return new EntityTypes(List.of(() -> EntityType.named("labels", "label", Level.BUSINESS)
                .fields(fields)
                .build()));
    }

    @BeforeEach
    void makeALabel() {
        newer.edit(create("labels", "l", "name", "N", "season", "spring"));
    }

    @AfterEach
    void agrees() {
        Agreement.check(database, BUSINESS, NEW);
    }

    private Document state() {
        return older.projections.state(BUSINESS, "labels", "l").orElseThrow();
    }

    @Test
    void noEditOfAnOlderProcessDropsAFieldThatItDoesNotKnow() {
        older.edit(patch("labels", "l", 1, "note", "a"));
        older.edit(replace("labels", "l", 2, "name", "M"));
        older.edit(new Edit.Add("labels", "l", Map.of("name", "M"), "quantity", number("2")));
        older.edit(delete("labels", "l", 4));
        older.edit(restore("labels", "l", 5));

        assertThat(state()).containsEntry("season", "spring").containsEntry("syncVersion", 6L);
    }

    @Test
    void whatAnOlderProcessDoesNotKnowMakesItNoConflict() {
        newer.edit(patch("labels", "l", 1, "season", "summer"));

        assertThat(older.edit(new Edit.Replace("labels", "l", Base.version(1).merging(), Map.of("name", "M"))))
                .isInstanceOf(Applied.class);
        assertThat(older.edit(merge("labels", "l", 2, "note", "a"))).isInstanceOf(Applied.class);
        assertThat(state())
                .containsEntry("season", "summer")
                .containsEntry("name", "M")
                .containsEntry("note", "a");
    }

    @Test
    void itCannotBeGivenThere() {
        assertThat(older.edit(patch("labels", "l", 1, "season", "summer"))).isInstanceOf(Invalid.class);
    }
}
