package io.tillsync.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What single rows come to. */
@OnEveryStore
class ImportRowsIT {

    private final TestMongo mongo;
    private final ImportProcess process;

    ImportRowsIT(Store store) {
        this.mongo = store.open();
        this.process = new ImportProcess(mongo.fresh(), Clock.systemUTC(), 100);
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void updatesWhatTheFileSaysAndLeavesTheRestAlone() throws IOException {
        process.run("products", "barcode,name,price,sku,cost\n111,Tea,2,T1,1\n222,Coffee,3,C1,2\n");
        ImportJob job = process.run(
                "products", "barcode,sku,name,price,cost\n111,,Green tea,2.50,\n,C1,Coffee,3.00,\n333,,New,1,\n");
        assertThat(job.counts()).isEqualTo(new Counts(1, 1, 1, 0));
        assertThat(process.product("111"))
                .containsEntry("name", "Green tea")
                .containsEntry("cost", new BigDecimal("1"))
                .containsEntry("sku", "T1")
                .containsEntry("syncVersion", 2L);
        assertThat(process.product("222")).containsEntry("syncVersion", 1L);
    }

    @Test
    void findsByIdWhereThereIsOneAndCreatesUnderItElse() throws IOException {
        process.run("products", "id,barcode,name,price\np1,111,Tea,2\n");
        ImportJob job = process.run("products", "id,barcode,name,price\np1,112,Tea,2\np2,111,Coffee,3\n");
        assertThat(job.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(process.product("112")).containsEntry("id", "p1");
        assertThat(process.product("111"))
                .as("what the row before has given up")
                .containsEntry("id", "p2");
    }

    @Test
    void takesTheSkuWhereOneOfBothHasNoBarcodeAndNeverMakesOneProductOfTwo() throws IOException {
        process.run("products", "id,barcode,sku,name,price\na,,S1,A,1\nb,2,S2,B,1\n");
        ImportJob job = process.run("products", "barcode,sku,name,price\n1,s1,A,1\n,S2,B,3\n3,S2,C,1\n");
        assertThat(job.counts()).isEqualTo(new Counts(0, 2, 0, 1));
        assertThat(process.product("1")).containsEntry("id", "a");
        assertThat(process.product("2")).containsEntry("id", "b").containsEntry("price", new BigDecimal("3"));
        assertThat(process.rejectedRows(job)).last().isEqualTo("3,S2,C,1,4,sku,\"\"\"S2\"\" is already used by b\"");
    }

    @Test
    void takesRowsOfTheSameEntityInTheirOrder() throws IOException {
        ImportJob job =
                process.run("products", "barcode,name,price,quantity\n1,A,1,\n1,A,2,5\n1,A,2,6\n2,B,1,\n1,C,3,\n");
        assertThat(job.counts()).isEqualTo(new Counts(2, 2, 1, 0));
        assertThat(process.product("1"))
                .containsEntry("name", "C")
                .containsEntry("price", new BigDecimal("3"))
                .containsEntry("syncVersion", 3L);
        assertThat(process.stockOf("1")).isEqualByComparingTo("5");
    }

    @Test
    void setsOpeningStockOnlyWhereTheStoreHasNone() throws IOException {
        process.run("products", "barcode,name,price,quantity\n1,A,1,5\n2,B,1,\n");
        ImportJob job = process.run("products", "barcode,name,price,quantity\n1,A,1,9\n2,B,1,7\n");
        assertThat(job.counts())
                .as("a row that sets a stock has changed something")
                .isEqualTo(new Counts(0, 1, 1, 0));
        assertThat(process.stockOf("1")).isEqualByComparingTo("5");
        assertThat(process.stockOf("2")).isEqualByComparingTo("7");
    }

    @Test
    void rejectsRowsOneByOneAndSaysWhyInEveryColumn() throws IOException {
        process.run("products", "sku,barcode,name,price\nS1,1,A,1\nS2,2,B,1\n");
        ImportJob job = process.run("products", """
                sku,barcode,name,price,categoryId
                S3,3,C,"1,99",
                S4,4,,1,
                ,,"D
                d",-1,
                S1,2,B,1,
                S5,5,E,2,nowhere
                S6,6,F,2,
                """);
        assertThat(job.counts()).isEqualTo(new Counts(1, 0, 0, 5));
        assertThat(process.rejectedRows(job))
                .containsExactly(
                        "sku,barcode,name,price,categoryId,line,column,reason",
                        "S3,3,C,\"1,99\",,2,price,\"must be a number such as 1.99, not \"\"1,99\"\"\"",
                        "S4,4,,1,,3,name,is required",
                        ",,\"D",
                        "d\",-1,,4,name; price,must not contain control characters; must be 0 or more",
                        "S1,2,B,1,,6,sku,\"\"\"S1\"\" is already used by "
                                + process.product("1").getString("id") + "\"",
                        "S5,5,E,2,nowhere,7,categoryId,there is no entity nowhere in categories");
    }

    @Test
    void rejectsARowOfWhatWasDeleted() throws IOException {
        process.run("products", "id,barcode,name,price\np1,1,A,1\n");
        process.delete("products", "p1");
        ImportJob job = process.run("products", "id,barcode,name,price\np1,1,A,2\n,1,A,2\n");
        assertThat(job.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(process.rejectedRows(job)).last().isEqualTo("p1,1,A,2,2,id,was deleted; restore it first");
    }

    @Test
    void makesWhatIsNamedOnceHoweverItIsWritten() throws IOException {
        process.run(
                "products", "name,price,category,brand,unit\nA,1,Straße,X,kg\nB,1,STRASSE,x,kg\nC,1, straße ,Y,kg\n");
        assertThat(process.names("categories")).containsExactly("Straße");
        assertThat(process.names("brands")).containsExactlyInAnyOrder("X", "Y");
        assertThat(process.names("units")).containsExactly("kg");
    }

    @Test
    void meansTheOnlyCategoryOfANameInTheTree() throws IOException {
        process.run(
                "categories", "id,name,parentId\nroot,Drinks,\nbar,Bar,\ncola,Cola,root\nd2,Beer,root\nd3,Beer,bar\n");
        ImportJob job = process.run("products", "barcode,name,price,category\n1,A,1,cola\n2,B,1,Drinks\n3,C,1,Beer\n");
        assertThat(process.product("1")).containsEntry("categoryId", "cola");
        assertThat(process.product("2")).containsEntry("categoryId", "root");
        assertThat(process.rejectedRows(job))
                .last()
                .isEqualTo("3,C,1,Beer,4,category,names several categories; give the id of the one that is meant");
    }

    @Test
    void rejectsRowsThatNameWhatCannotBe() throws IOException {
        ImportJob job = process.run("products", "name,price,category\nA,1," + "x".repeat(201) + "\nB,1,C\n");
        assertThat(job.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(process.rejectedRows(job))
                .last()
                .asString()
                .endsWith(",2,category,must have at most 200 characters");
    }
}
