package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.number;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.Outcome.Applied;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EarlierStateTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess process = TestProcess.over(database);

    private Document stored() {
        return process.projections.state(BUSINESS, "products", "p").orElseThrow();
    }

    private Outcome restore(Document state, long current) {
        EntityType products = TestProcess.TYPES.get("products");
        return process.edit(EarlierState.of(products, state, Base.version(current)));
    }

    @Test
    void allFieldsAreAsTheyWereInANewVersion() {
        process.edit(product("p", "sku", "S", "price", number("1.50")));
        Document first = stored();
        process.edit(patch("products", "p", 1, "sku", null, "description", "new", "price", number("2")));

        Applied applied = (Applied) restore(first, 2);

        assertThat(applied.change().syncVersion()).isEqualTo(3);
        assertThat(EntityType.content(stored())).isEqualTo(EntityType.content(first));
    }

    @Test
    void aTextOfJsonIsWhatItSays() {
        EntityType type = EntityType.named("notes", "note", Level.BUSINESS)
                .fields(Field.json("value", 100))
                .build();
        Document state =
                new Document("id", "n").append("value", "{\"a\":[1,2.50]}").append("gone", "x");

        Edit.Replace edit = EarlierState.of(type, state, Base.any());

        assertThat(edit.fields()).isEqualTo(Map.of("value", Map.of("a", List.of(1, number("2.50")))));
    }
}
