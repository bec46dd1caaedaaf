package io.tillsync.core.importing;

import static io.tillsync.core.importing.ImportProcess.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private final Columns products = new Columns(TYPES.get("products"), TYPES);

    private static Columns of(String type) {
        return new Columns(TYPES.get(type), TYPES);
    }

    @Test
    void followFromTheDeclaration() {
        assertThat(products.names())
                .containsExactly(
                        "id",
                        "name",
                        "price",
                        "sku",
                        "barcode",
                        "description",
                        "cost",
                        "categoryId",
                        "category",
                        "brandId",
                        "brand",
                        "unitId",
                        "unit",
                        "isActive",
                        "reorderLevel",
                        "quantity");
        assertThat(of("categories").names()).containsExactly("id", "name", "parentId", "parent", "position");
        assertThat(of("store-prices").names()).containsExactly("id", "productId", "price");
    }

    @Test
    void knowsWhichTypesCanComeFromAFile() {
        assertThat(TYPES.all().filter(type -> new Columns(type, TYPES).isImportable()))
                .extracting("name")
                .containsExactlyInAnyOrder("products", "categories", "brands", "units", "customers", "store-prices");
    }

    @Test
    void takesAHeaderInAnyOrder() {
        assertThat(products.check(List.of("price", "quantity", "name", "category"), true))
                .isEmpty();
    }

    @Test
    void refusesUnknownColumnsAndSaysWhichThereAre() {
        assertThat(products.check(List.of("name", "price", "Colour", ""), true))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Colour", "unknown-field"),
                        org.assertj.core.groups.Tuple.tuple("", "unknown-field"));
        assertThat(products.check(List.of("name", "price", "Colour"), true)
                        .getFirst()
                        .message())
                .startsWith("is no column of products; there are id, name, price");
    }

    @Test
    void refusesRepeatedColumnsAlsoUnderTheirOtherName() {
        assertThat(products.check(List.of("name", "price", "name"), true))
                .containsExactly(FieldError.invalid("name", "is given by more than one column"));
        assertThat(products.check(List.of("name", "price", "categoryId", "category"), true))
                .containsExactly(FieldError.invalid("category", "is given by more than one column"));
    }

    @Test
    void refusesAHeaderWithoutARequiredColumn() {
        assertThat(products.check(List.of("barcode", "name"), true))
                .containsExactly(new FieldError("price", "required", "is required, but the file has no such column"));
    }

    @Test
    void refusesOpeningStockWhereNoStoreIsNamed() {
        assertThat(products.check(List.of("name", "price", "quantity"), false))
                .containsExactly(FieldError.invalid("quantity", "is the opening stock of a store; name the store"));
    }

    @Test
    void findsAllFaultsAtOnce() {
        assertThat(products.check(List.of("x", "x", "price", "price"), true))
                .extracting(FieldError::field)
                .containsExactly("x", "x", "price", "name");
    }
}
