package io.tillsync.core.importing;

import static io.tillsync.core.importing.ImportProcess.BUSINESS;
import static io.tillsync.core.importing.ImportProcess.BUSINESS_LOG;
import static io.tillsync.core.importing.ImportProcess.MANAGER;
import static io.tillsync.core.importing.ImportProcess.STORE_LOG;
import static io.tillsync.core.importing.ImportProcess.TYPES;
import static io.tillsync.core.importing.ImportProcess.accepted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.importing.ImportJob.State;
import io.tillsync.core.type.FieldError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files, from handing them in to the end of their jobs. */
@OnEveryStore
class ImportIT {

    private final TestMongo mongo;
    private final ImportProcess process;

    ImportIT(Store store) {
        this.mongo = store.open();
        this.process = new ImportProcess(mongo.fresh(), Clock.systemUTC(), 100);
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private static byte[] fixture() throws IOException {
        try (InputStream in = ImportIT.class.getResourceAsStream("products.csv")) {
            return in.readAllBytes();
        }
    }

    @Test
    void importsRealProductsAndChangesNothingTheSecondTime() throws IOException {
        ImportJob first = process.run("products", fixture());
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.rows()).hasValue(48);
        assertThat(first.counts()).isEqualTo(new Counts(45, 0, 0, 3));
        assertThat(process.rejectedRows(first))
                .containsExactly(
                        "barcode,name,category,price,quantity,line,column,reason",
                        "3258561030364,Caf\u0090 Pur Arabica 100% B. F,Other,2.73,64,20,name,must not contain control characters",
                        "3270190029892,\"C\u009coeur De Filet De Cabillaud, Pêché En Atlantique,\",Other,28.52,104,21,name,must not contain control characters",
                        "7310510002122,MJ\u0085LKCHOKLAD RULLE P9,Other,27.52,110,42,name,must not contain control characters");
        assertThat(process.product("0580533009454"))
                .containsEntry("name", "Reblochon De Savoie \"Mont Salève\" Au Lait Cru")
                .containsEntry("price", new BigDecimal("9.36"))
                .containsEntry("categoryId", process.category("dairy"));
        assertThat(process.stockOf("0580533009454")).isEqualByComparingTo("166");

        Seq head = process.head(BUSINESS_LOG);
        Seq storeHead = process.head(STORE_LOG);
        ImportJob second = process.run("products", fixture());
        assertThat(second.counts()).isEqualTo(new Counts(0, 0, 45, 3));
        assertThat(process.head(BUSINESS_LOG)).isEqualTo(head);
        assertThat(process.head(STORE_LOG)).isEqualTo(storeHead);
    }

    @Test
    void makesOneCommitForEachChunkOfAnImport() throws IOException {
        String csv = IntStream.range(0, 3000)
                .mapToObj(i -> "b%d,Thing %d,%d.50,C%d,%d,\"%s\"\n".formatted(i, i, i, i % 7, i, "é\n".repeat(200)))
                .collect(Collectors.joining("", "barcode,name,price,category,quantity,description\n", ""));
        ImportJob job = process.run("products", csv);
        assertThat(job.counts()).isEqualTo(new Counts(3000, 0, 0, 0));
        assertThat(csv.getBytes(UTF_8)).as("has several parts").hasSizeGreaterThan(2 * ImportFiles.CHUNK - (1 << 19));
        assertThat(process.product("b2999"))
                .containsEntry("name", "Thing 2999")
                .containsEntry("description", "é\n".repeat(200).strip());
        assertThat(process.head(BUSINESS_LOG)).as("categories, then rows").isEqualTo(new Seq(1 + 30));
        assertThat(process.head(STORE_LOG)).isEqualTo(new Seq(30));
        var last = process.commits.find(BUSINESS_LOG, new Seq(31)).orElseThrow();
        assertThat(last.origin()).isEqualTo(Origin.IMPORT);
        assertThat(last.actor()).isEqualTo(MANAGER);
        assertThat(last.operation().id()).isEqualTo("import:" + job.id() + ":30");
        assertThat(process.commits.find(STORE_LOG, new Seq(1)).orElseThrow().note())
                .contains("import");
        assertThat(process.commits.verify(BUSINESS_LOG)).isEmpty();
    }

    @Test
    void importsEveryTypeByItsDeclarationAlone() throws IOException {
        assertThat(process.run("brands", "name\nAcme\nacme\nOther\n").counts()).isEqualTo(new Counts(2, 1, 0, 0));
        assertThat(process.run("units", "name,factor\nkg,\ng,0.001\n").counts()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(process.run("customers", "name,email\nAnn,a@x\nAnna,A@X\nBob,\nBob,\n")
                        .counts())
                .isEqualTo(new Counts(3, 1, 0, 0));
        assertThat(process.run("categories", "name,parent\nCola,Drinks\nCola,Drinks\nCola,\n")
                        .counts())
                .isEqualTo(new Counts(2, 0, 1, 0));
        process.run("products", "id,name,price\np1,A,1\n");
        assertThat(process.run("store-prices", "productId,price\np1,2\np1,2\np2,2\n")
                        .counts())
                .isEqualTo(new Counts(1, 0, 1, 1));
        assertThat(process.head(STORE_LOG)).isEqualTo(new Seq(1));
    }

    @Test
    void keepsTheJobsOfOthersToThemselves() throws IOException {
        ImportJob job = process.run("products", "name,price\nA,1\n");
        LogId other = LogId.of("business", "other");
        assertThat(process.imports.find(other, job.id())).isEmpty();
        assertThat(process.imports.writeRejected(other, job.id(), OutputStream.nullOutputStream()))
                .isFalse();
        assertThat(process.imports.find(BUSINESS_LOG, "unknown")).isEmpty();
    }

    @Test
    void givesTheSameJobForTheSameOperation() throws IOException {
        ImportJob job = accepted(process.start("products", "name,price\nA,1\n", "op"));
        assertThat(accepted(process.start("products", "name,price\nA,1\n", "op"))
                        .id())
                .isEqualTo(job.id());
        process.worker.runAll();
        ImportJob again = accepted(process.start("products", "name,price\nA,1\n", "op"));
        assertThat(again.id()).isEqualTo(job.id());
        assertThat(again.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(process.start("products", "name,price\nA,2\n", "op")).isEqualTo(new Started.OperationMismatch());
        assertThat(process.count("import-files"))
                .as("files of jobs that are over")
                .isZero();
    }

    @Test
    void refusesAWrongHeaderBeforeAnythingIsKept() throws IOException {
        assertThat(process.start("products", "name,colour\nA,red\n", "op"))
                .isInstanceOfSatisfying(
                        Started.HeaderRefused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("colour", "price"));
        assertThat(process.count("import-files")).isZero();
        assertThat(process.count("import-jobs")).isZero();
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(new byte[3 * ImportFiles.CHUNK]), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return read();
                    }
                });
        assertThatThrownBy(() -> process.imports.start(
                        BUSINESS, Optional.empty(), TYPES.get("brands"), broken, MANAGER, new Operation("op", "")))
                .hasMessage("Connection reset");
        assertThat(process.count("import-files")).isZero();
    }

    @Test
    void refusesTypesThatCannotComeFromAFile() {
        assertThatThrownBy(() -> process.start("stocks", "productId,quantity\n1,1\n", "op"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> process.imports.start(
                        BUSINESS,
                        Optional.empty(),
                        TYPES.get("store-prices"),
                        new ByteArrayInputStream(new byte[0]),
                        MANAGER,
                        new Operation("op", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void importsNothingOfAMalformedFile() throws IOException {
        String good = IntStream.range(0, 250)
                .mapToObj(i -> "Thing %d,1\n".formatted(i))
                .collect(Collectors.joining());
        for (String bad : List.of("\"open,1\n", "one\n", "1,2,3\n", "\"x\"y,1\n")) {
            ImportJob job = process.run("products", "name,price\n" + good + bad);
            assertThat(job.state()).isEqualTo(State.FAILED);
            assertThat(job.error().orElseThrow().line()).isEqualTo(252);
            assertThat(job.counts()).isEqualTo(Counts.NONE);
            assertThat(job.finishedAt()).isPresent();
        }
        assertThat(process.run("products", new byte[0]).error()).isPresent();
        assertThat(process.run("products", new byte[] {'a', (byte) 0xFF})
                        .error()
                        .orElseThrow()
                        .message())
                .startsWith("is not UTF-8");
        assertThat(process.head(BUSINESS_LOG)).isEqualTo(Seq.START);
        assertThat(process.count("import-files")).isZero();
    }

    @Test
    void isDoneWithAFileThatHasNoRows() throws IOException {
        ImportJob job = process.run("products", "name,price\n");
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.rows()).hasValue(0);
        assertThat(process.rejectedRows(job)).containsExactly("name,price,line,column,reason");
    }
}
