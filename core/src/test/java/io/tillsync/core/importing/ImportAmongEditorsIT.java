package io.tillsync.core.importing;

import static io.tillsync.core.importing.BrokenImports.FILE;
import static io.tillsync.core.importing.BrokenImports.LATER;
import static io.tillsync.core.importing.BrokenImports.NOW;
import static io.tillsync.core.importing.BrokenImports.prepared;
import static io.tillsync.core.importing.BrokenImports.process;
import static io.tillsync.core.importing.ImportProcess.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Interposed;
import io.tillsync.core.importing.ImportJob.State;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Edit;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Somebody edits what an import is about, while it runs or before it goes on. */
class ImportAmongEditorsIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    /** Takes a file in, and dies once it has made so many commits of it. */
    private static String killedAfter(int commits, MongoDatabase database, String file) throws IOException {
        String id =
                accepted(process(database, NOW).start("products", file, "op")).id();
        AtomicInteger appends = new AtomicInteger();
        ImportProcess dying = process(
                Interposed.over(database, call -> {
                    if (appends.get() == commits) {
                        throw new BrokenImports.Killed();
                    }
                    Object result = call.proceed();
                    appends.addAndGet(call.isAppend() ? 1 : 0);
                    return result;
                }),
                NOW);
        assertThatThrownBy(dying.worker::runAll).isInstanceOf(BrokenImports.Killed.class);
        return id;
    }

    @Test
    void countsWhatWasMadeBeforeACrashThoughItsCategoryHasGoneSince() throws IOException {
        MongoDatabase database = prepared(MONGO);
        String id = killedAfter(2, database, "barcode,name,price,category\n8,Eight,8,Water\n9,Nine,9,Water\n");
        ImportProcess next = process(database, LATER);
        next.edit(new Edit.Create("categories", "ice", Map.of("name", "Ice"))); // Catches up with what the dead left.
        next.edit(moved(next.product("8")));
        next.edit(moved(next.product("9")));
        next.delete("categories", next.category("water"));
        next.worker.runAll();
        assertThat(next.find(id).counts()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(next.product("8")).containsEntry("categoryId", "ice");
    }

    private static Edit moved(Document product) {
        return patch(product, "categoryId", "ice");
    }

    @Test
    void doesNotUndoWhatWasEditedBetweenACrashAndTheRestart() throws IOException {
        MongoDatabase database = prepared(MONGO);
        String id = killedAfter(1, database, "barcode,name,price,quantity\n1,One,1.50,\n2,Two,2,7\n9,Nine,9,9\n");
        ImportProcess next = process(database, LATER);
        next.edit(patch(next.product("1"), "price", new BigDecimal("5")));
        next.edit(patch(next.product("9"), "name", "Nine!"));
        next.worker.runAll();
        assertThat(next.find(id).counts()).isEqualTo(new Counts(1, 2, 0, 0));
        assertThat(next.product("1")).containsEntry("price", new BigDecimal("5"));
        assertThat(next.product("9")).containsEntry("name", "Nine!");
        assertThat(next.stockOf("9")).isEqualByComparingTo("9");
    }

    private static Edit patch(Document state, String field, Object value) {
        return new Edit.Patch("products", SystemFields.id(state), Base.any(), Map.of(field, value));
    }

    @Test
    void appliesARowToTheStateThatSomebodyElseHasJustLeft() throws IOException {
        MongoDatabase database = prepared(MONGO);
        ImportProcess editor = process(database, NOW);
        AtomicInteger appends = new AtomicInteger();
        ImportProcess process = process(
                Interposed.over(database, call -> {
                    if (call.isAppend() && appends.getAndIncrement() == 1) {
                        editor.edit(new Edit.Create(
                                "products", "p4", Map.of("name", "Mine", "price", BigDecimal.ONE, "barcode", "4")));
                        editor.edit(patch(editor.product("1"), "price", new BigDecimal("9")));
                        editor.edit(patch(editor.product("1"), "description", "New"));
                        editor.delete("categories", editor.category("tea"));
                    }
                    return call.proceed();
                }),
                NOW);
        ImportJob job = process.run("products", FILE);
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts()).isEqualTo(new Counts(3, 6, 3, 3));
        assertThat(process.product("1"))
                .containsEntry("price", new BigDecimal("1.5"))
                .containsEntry("description", "New")
                .containsEntry("categoryId", process.category("tea"));
        assertThat(process.product("4")).containsEntry("id", "p4").containsEntry("name", "Four");
    }
}
