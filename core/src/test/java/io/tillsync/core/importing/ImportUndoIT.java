package io.tillsync.core.importing;

import static io.tillsync.core.importing.ImportProcess.BUSINESS;
import static io.tillsync.core.importing.ImportProcess.BUSINESS_LOG;
import static io.tillsync.core.importing.ImportProcess.MANAGER;
import static io.tillsync.core.importing.ImportProcess.STORE_LOG;
import static io.tillsync.core.importing.ImportProcess.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.core.importing.ImportJob.State;
import io.tillsync.core.importing.ImportJob.Undo;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Edit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes imports back. */
class ImportUndoIT {

    private static final String FILE = """
            barcode,sku,name,price,category,quantity
            1,S1,One,1.50,Tea,99
            2,S2,Two,2,Tea,7
            3,S3,Three,3,Milk,3
            3,S3,Three!,3,,
            """;

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private ImportProcess process;

    @BeforeEach
    void prepare() throws IOException {
        process = new ImportProcess(MONGO.fresh(), Clock.systemUTC(), 2);
        process.run("products", "barcode,sku,name,price\n1,S1,One,1\n");
    }

    private Map<String, Document> active() {
        Map<String, Document> active = new TreeMap<>();
        List.of("products", "categories", "stocks")
                .forEach(type -> process.states(type).stream()
                        .filter(SystemFields::isActive)
                        .forEach(state -> active.put(type + "/" + SystemFields.id(state), EntityType.content(state))));
        return active;
    }

    private Undo undone(ImportJob job) {
        assertThat(process.undo.start(BUSINESS_LOG, job.id(), MANAGER)).isTrue();
        return await().until(
                        () -> process.find(job.id()).undo(),
                        undo -> undo.filter(found -> found.state() == State.DONE)
                                .isPresent())
                .orElseThrow();
    }

    @Test
    void leavesEverythingAsItWasBefore() throws IOException {
        Map<String, Document> before = active();
        ImportJob job = process.run("products", FILE);
        assertThat(active()).hasSize(before.size() + 2 + 2 + 3);
        assertThat(undone(job)).isEqualTo(new Undo(State.DONE, 8, 0));
        assertThat(active()).isEqualTo(before);
        assertThat(process.commits.verify(BUSINESS_LOG)).isEmpty();
        assertThat(process.commits.verify(STORE_LOG)).isEmpty();
    }

    @Test
    void leavesAloneWhatSomebodyHasChangedSince() throws IOException {
        ImportJob job = process.run("products", FILE);
        process.edit(new Edit.Patch(
                "products", SystemFields.id(process.product("2")), Base.any(), Map.of("price", new BigDecimal("2.2"))));
        Undo undo = undone(job);
        assertThat(undo.kept())
                .as("the product, and the category that it is in")
                .isEqualTo(2);
        assertThat(process.product("2")).containsEntry("price", new BigDecimal("2.2"));
        assertThat(process.category("tea")).isNotNull();
        assertThat(process.product("1")).containsEntry("price", new BigDecimal("1"));
    }

    @Test
    void isDoneOnceAndForTheOwnBusinessAlone() throws IOException {
        ImportJob job = process.run("products", FILE);
        assertThat(process.undo.start(LogId.of("business", "other"), job.id(), MANAGER))
                .isFalse();
        undone(job);
        assertThat(process.undo.start(BUSINESS_LOG, job.id(), MANAGER)).isFalse();
    }

    @Test
    void takesColumnsForWhatTheirOwnerSaysTheyAre() throws IOException {
        byte[] csv = "Titel;Farbe;VK\nTee;rot;1,50\n".getBytes(StandardCharsets.UTF_8);
        Upload upload = new Upload("tee.csv", List.of("name", "", "price"));
        String id = accepted(process.imports.start(
                        BUSINESS,
                        Optional.empty(),
                        ImportProcess.TYPES.get("products"),
                        upload,
                        new ByteArrayInputStream(csv),
                        MANAGER,
                        new Operation("mapped", "")))
                .id();
        process.worker.runAll();
        ImportJob job = process.find(id);
        assertThat(job.counts().rejected())
                .as("a comma is no decimal point here")
                .isEqualTo(1);
        assertThat(job.fileName()).isEqualTo("tee.csv");
        assertThat(process.imports.firstRejected(BUSINESS_LOG, id, 5))
                .singleElement()
                .satisfies(row -> assertThat(row.columns()).containsExactly("price"));
    }
}
