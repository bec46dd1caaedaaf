package io.tillsync.core.catalog;

import io.tillsync.core.type.Declaration;
import java.util.List;

/** The catalog's types, for tests that do without Spring. */
public final class CatalogDeclarations {

    private CatalogDeclarations() {}

    public static List<Declaration> all() {
        return List.of(new Brands(), new Categories(), new Customers(), new Products(), new Settings(), new Units());
    }
}
