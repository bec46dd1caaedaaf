package io.tillsync.core.bulk;

import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.ACTOR;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.BUSINESS_HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.exporting.CsvExport;
import io.tillsync.core.read.Entities;
import io.tillsync.core.read.Entities.Query;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkEditsIT {

    private static final int PRODUCTS = 450;
    private static final Selection ALL =
            new Selection.Matching(new Query("", Map.of(), Map.of(), Optional.empty(), false));

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private CoreFixture process;
    private BulkEdits bulk;
    private EntityType products;

    @BeforeEach
    void prepare() {
        process = CoreFixture.on(MONGO.fresh());
        bulk = process.get(BulkEdits.class);
        products = process.get(EntityTypes.class).get("products");
        write(IntStream.range(0, PRODUCTS)
                .mapToObj(i -> product("p-" + i, "price", new BigDecimal("10"), "sku", "S" + i))
                .toArray(Edit[]::new));
    }

    @AfterEach
    void close() {
        process.close();
    }

    private void write(Edit... edits) {
        Operation operation = new Operation(UUID.randomUUID().toString(), "test");
        process.get(LogWriters.class).write(ChangeRequest.of(BUSINESS_HOME, ACTOR, Origin.CONSOLE, operation, edits));
    }

    private BulkEdit percent(String percent) {
        return new BulkEdit.ByPercent(
                products.field("price").orElseThrow(),
                new BigDecimal(percent),
                Rounding.of(2).getFirst());
    }

    private void setPrice(String id, String price) {
        write(new Edit.Patch("products", id, Base.any(), Map.of("price", new BigDecimal(price))));
    }

    private BulkJob over(String id) {
        return await().until(() -> bulk.find(BUSINESS, id).orElseThrow(), BulkJob::isOver);
    }

    private BulkJob run(String id, Selection selection, BulkEdit edit, Preview preview) {
        return over(bulk.start(BUSINESS_HOME, ACTOR, id, products, selection, edit, preview));
    }

    private BigDecimal price(String id) {
        return state(id).get("price", BigDecimal.class);
    }

    private Document state(String id) {
        return process.get(Entities.class).find(BUSINESS, products, id).orElseThrow();
    }

    @Test
    void showsWhatItWouldDoAndDoesNothing() {
        Preview preview = bulk.preview(BUSINESS, products, ALL, percent("5"));

        assertThat(preview.total()).isEqualTo(PRODUCTS);
        assertThat(preview.changing()).isEqualTo(PRODUCTS);
        assertThat(preview.first())
                .hasSize(10)
                .allSatisfy(sample -> assertThat(sample.after().value()).isEqualTo(new BigDecimal("10.50")));
        assertThat(price("p-0")).isEqualByComparingTo("10");
    }

    @Test
    void changesAllThatMatchInSeveralCommits() {
        Preview preview = bulk.preview(BUSINESS, products, ALL, percent("5"));

        BulkJob job = run("j-1", ALL, percent("5"), preview);

        assertThat(job.state()).isEqualTo(BulkJob.State.DONE);
        assertThat(job.changed()).isEqualTo(PRODUCTS);
        assertThat(job.batches()).isEqualTo(3);
        assertThat(price("p-449")).isEqualByComparingTo("10.5");
    }

    @Test
    void leavesAloneWhatSomebodyHasChangedSinceThePreview() {
        Preview preview = bulk.preview(BUSINESS, products, ALL, percent("5"));
        setPrice("p-7", "3");

        BulkJob job = run("j-1", ALL, percent("5"), preview);

        assertThat(job.changed()).isEqualTo(PRODUCTS - 1);
        assertThat(job.newer()).isEqualTo(1);
        assertThat(job.leftAlone()).containsExactly("p-7");
        assertThat(price("p-7")).isEqualByComparingTo("3");
    }

    @Test
    void doesNothingTwiceWhenItIsStartedAgainFromTheSamePreview() {
        Preview preview = bulk.preview(BUSINESS, products, ALL, percent("5"));
        run("j-1", ALL, percent("5"), preview);

        BulkJob again = run("j-2", ALL, percent("5"), preview);

        assertThat(again.changed()).isZero();
        assertThat(price("p-0")).isEqualByComparingTo("10.5");
    }

    @Test
    void isTakenBackWhereNothingHasMovedOn() {
        Preview preview = bulk.preview(BUSINESS, products, ALL, percent("5"));
        run("j-1", ALL, percent("5"), preview);
        setPrice("p-3", "77");

        BulkJob undo = over(bulk.undo(BUSINESS_HOME, ACTOR, "j-1", "j-1-undo").orElseThrow());

        assertThat(undo.changed()).isEqualTo(PRODUCTS - 1);
        assertThat(undo.leftAlone()).containsExactly("p-3");
        assertThat(price("p-0")).isEqualByComparingTo("10");
        assertThat(price("p-3")).isEqualByComparingTo("77");
    }

    @Test
    void refusesWhatTheTypeRefusesAndGoesOn() {
        setPrice("p-1", "0.5");
        BulkEdit edit = new BulkEdit.ByAmount(
                products.field("price").orElseThrow(),
                new BigDecimal("-1"),
                Rounding.of(2).getFirst());
        Preview preview = bulk.preview(BUSINESS, products, ALL, edit);

        BulkJob job = run("j-1", ALL, edit, preview);

        assertThat(job.refused()).isEqualTo(1);
        assertThat(job.changed()).isEqualTo(PRODUCTS - 1);
        assertThat(price("p-1")).isEqualByComparingTo("0.5");
    }

    @Test
    void changesOnlyWhatWasChosen() {
        Selection two = new Selection.Ids(java.util.Set.of("p-1", "p-2", "nothing"));
        BulkEdit off = new BulkEdit.Set(products.field("isActive").orElseThrow(), Optional.of(false));

        BulkJob job = run("j-1", two, off, bulk.preview(BUSINESS, products, two, off));

        assertThat(job.changed()).isEqualTo(2);
        assertThat(state("p-1").getBoolean("isActive")).isFalse();
        assertThat(state("p-3").getBoolean("isActive")).isTrue();
    }

    @Test
    void findsByCodeWhatAloneHasIt() {
        Entities entities = process.get(Entities.class);
        write(product("twin", "barcode", "S5"));

        assertThat(entities.byCode(BUSINESS, products, " s4 ").map(SystemFields::id))
                .contains("p-4");
        assertThat(entities.byCode(BUSINESS, products, "S5")).isEmpty();
        assertThat(entities.byCode(BUSINESS, products, "none")).isEmpty();
    }

    @Test
    void exportsWithTheColumnsOfAnImportAndWithoutFormulas() throws IOException {
        write(product("zz", "name", "=cmd()", "description", "-1 says \"no\""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        process.get(CsvExport.class).write(BUSINESS, products, List.of("zz", "p-0"), out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "id,name,price,sku,barcode,description,cost,categoryId,brandId,unitId,isActive,reorderLevel",
                        "p-0,Product p-0,10,S0,,,,,,,true,",
                        "zz,'=cmd(),1,,,\"'-1 says \"\"no\"\"\",,,,,true,");
    }
}
