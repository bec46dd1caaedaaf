package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.create;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.DuplicateValue;
import io.tillsync.core.write.Outcome.Withheld;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniquenessTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess process = TestProcess.over(database);

    @AfterEach
    void agrees() {
        Agreement.check(database, BUSINESS);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"STRASSE,straße", "Zoë,Zoe\u0308", " sku ,SKU", "ΣΊΣΥΦΟΣ,σίσυφος", "ﬀ,FF", "ᾳ,ΑΙ", "İ,i̇"})
    void namesAreTheSameWhateverTheirCaseCompositionOrOuterBlanks(String one, String other) {
        process.edit(product("p", "sku", one));

        assertThat(process.edit(product("q", "sku", other))).isEqualTo(new DuplicateValue("sku", other, "p"));
    }

    @ParameterizedTest
    @CsvSource({"I,ı", "a b,ab", "o,ö", "a,а"})
    void otherNamesAreOthers(String one, String other) {
        process.edit(product("p", "sku", one));

        assertThat(process.edit(product("q", "sku", other))).isInstanceOf(Applied.class);
    }

    @Test
    void barcodesAreComparedExactly() {
        process.edit(product("p", "barcode", "abc"));

        assertThat(process.edit(product("q", "barcode", "ABC"))).isInstanceOf(Applied.class);
        assertThat(process.edit(product("r", "barcode", "abc "))).isInstanceOf(Applied.class);
        assertThat(process.edit(product("s", "barcode", "abc"))).isEqualTo(new DuplicateValue("barcode", "abc", "p"));
    }

    @Test
    void twoBarcodesChangePlacesInOneCommit() {
        process.write(product("p", "barcode", "1"), product("q", "barcode", "2"));

        var swap = process.write(patch("products", "p", 1, "barcode", "2"), patch("products", "q", 1, "barcode", "1"));

        assertThat(swap.outcomes()).allMatch(Applied.class::isInstance);
        assertThat(process.edit(product("r", "barcode", "2"))).isEqualTo(new DuplicateValue("barcode", "2", "p"));
        assertThat(process.edit(product("r", "barcode", "1"))).isEqualTo(new DuplicateValue("barcode", "1", "q"));
    }

    @Test
    void valuesGoRoundThreeEntitiesAndOnToAFourth() {
        process.write(product("p", "sku", "a"), product("q", "sku", "b"), product("r", "sku", "c"));

        var round = process.write(
                patch("products", "p", 1, "sku", "B"),
                patch("products", "q", 1, "sku", "C"),
                delete("products", "r", 1),
                product("s", "sku", "A"));

        assertThat(round.outcomes()).allMatch(Applied.class::isInstance);
    }

    @Test
    void whatIsFreedLaterInTheSameRequestIsFreeAndApartItIsNot() {
        process.edit(product("p", "sku", "a"));
        Edit[] edits = {product("q", "sku", "A"), patch("products", "p", 1, "sku", "b")};

        assertThat(process.writers
                        .write(TestProcess.apart(TestProcess.request(edits)))
                        .outcomes())
                .hasExactlyElementsOfTypes(DuplicateValue.class, Applied.class);
        assertThat(process.edit(product("q", "sku", "A"))).isInstanceOf(Applied.class);
    }

    @Test
    void twoOfOneRequestCannotHaveTheSameValue() {
        assertThat(process.write(product("p", "sku", "a"), product("q", "sku", "A"), product("r"))
                        .outcomes())
                .containsExactly(new Withheld(), new DuplicateValue("sku", "A", "p"), new Withheld());
    }

    @Test
    void theRefusalGoesToTheEditItIsAboutThoughAnotherHasTheSameId() {
        process.edit(product("taken", "sku", "a"));

        assertThat(process.write(category("same"), product("same", "sku", "A")).outcomes())
                .containsExactly(new Withheld(), new DuplicateValue("sku", "A", "taken"));
    }

    @Test
    void requestsOfOneBatchSeeEachOthersValues() {
        process.edit(product("p", "sku", "a"));

        List<Outcome.Result> results = Together.write(
                process,
                TestProcess.request(product("q", "sku", "A")),
                TestProcess.request(patch("products", "p", 1, "sku", "b")),
                TestProcess.request(product("r", "sku", "A")),
                TestProcess.request(product("s", "sku", "B")),
                TestProcess.request(delete("products", "p", 2)),
                TestProcess.request(product("t", "sku", "B")));

        assertThat(results)
                .extracting(result -> result.only().getClass().getSimpleName())
                .containsExactly("DuplicateValue", "Applied", "Applied", "DuplicateValue", "Applied", "Applied");
    }

    @Test
    void siblingsHaveDifferentNames() {
        process.write(category("a", "name", "A"), category("b", "name", "B", "parentId", "a"));

        assertThat(process.edit(category("c", "name", "b", "parentId", "a")))
                .isEqualTo(new DuplicateValue("name", "b", "b"));
        assertThat(process.edit(category("c", "name", "b"))).isInstanceOf(Applied.class);
        assertThat(process.edit(patch("categories", "c", 1, "parentId", "a"))).isInstanceOf(DuplicateValue.class);
        assertThat(process.edit(category("d", "name", "a/B"))).isInstanceOf(Applied.class);
    }

    @Test
    void aValueIsTheSameInItsOwnSetOnly() {
        process.edit(create("brands", "b", "name", "Acme"));

        assertThat(process.edit(create("units", "b", "name", "acme"))).isInstanceOf(Applied.class);
        assertThat(process.edit(create("brands", "c", "name", "ACME"))).isInstanceOf(DuplicateValue.class);
    }

    @Test
    void entitiesWithoutAValueDoNotMeet() {
        assertThat(process.write(product("p"), product("q"), product("r")).outcomes())
                .allMatch(Applied.class::isInstance);
    }
}
