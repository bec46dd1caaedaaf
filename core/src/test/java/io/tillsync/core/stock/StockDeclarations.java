package io.tillsync.core.stock;

import io.tillsync.core.type.Declaration;
import java.util.List;

/** The store's types, for tests that do without Spring. */
public final class StockDeclarations {

    private StockDeclarations() {}

    public static List<Declaration> all() {
        return List.of(new StorePrices(), new StoreSettings(), new Stocks());
    }
}
