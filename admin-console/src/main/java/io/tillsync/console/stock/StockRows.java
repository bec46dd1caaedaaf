package io.tillsync.console.stock;

import io.tillsync.console.page.Place;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Entities;
import io.tillsync.core.read.Entities.Page;
import io.tillsync.core.read.Entities.Query;
import io.tillsync.core.stock.Adjustments;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Products with what a store has of them. */
@Component
class StockRows {

    private static final String PRODUCTS = "products";

    private final Entities entities;
    private final Projections projections;
    private final EntityType products;

    StockRows(Entities entities, Projections projections, EntityTypes types) {
        this.entities = entities;
        this.projections = projections;
        this.products = types.get(PRODUCTS);
    }

    /**
     * A product with its stock.
     *
     * @param quantity empty where the store has never had any
     */
    record StockRow(
            String id,
            String name,
            Optional<String> barcode,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> reorderLevel,
            boolean isActive) {

        /** How it stands: below zero, at or below the level to reorder at, or well. */
        public String state() {
            if (quantity.filter(left -> left.signum() < 0).isPresent()) {
                return "negative";
            }
            boolean isLow = reorderLevel
                    .filter(level -> quantity.orElse(BigDecimal.ZERO).compareTo(level) <= 0)
                    .isPresent();
            return isLow ? "low" : quantity.isEmpty() ? "none" : "well";
        }
    }

    /** Some rows in the order of their names, and where the next ones begin. */
    record StockPage(List<StockRow> rows, Optional<Entities.Place> next) {}

    StockPage list(Place place, String text, Optional<Entities.Place> after, int limit) {
        Query query = new Query(text, Map.of(), Map.of(), products.field("name"), false);
        Page page = entities.list(place.ofBusiness().log(), products, query, after, limit);
        Map<String, Document> stocks = projections.states(
                place.ofStore().log(),
                Adjustments.STOCKS,
                page.states().stream()
                        .map(SystemFields::id)
                        .map(Adjustments::stockId)
                        .toList());
        return new StockPage(
                page.states().stream().map(product -> row(product, stocks)).toList(), page.next());
    }

    Optional<StockRow> find(Place place, String productId) {
        return entities.find(place.ofBusiness().log(), products, productId)
                .map(product -> row(
                        product,
                        stock(place, productId)
                                .map(state -> Map.of(SystemFields.id(state), state))
                                .orElse(Map.of())));
    }

    Optional<Document> stock(Place place, String productId) {
        return projections.state(place.ofStore().log(), Adjustments.STOCKS, Adjustments.stockId(productId));
    }

    private static StockRow row(Document product, Map<String, Document> stocks) {
        String id = SystemFields.id(product);
        Optional<Document> stock = Optional.ofNullable(stocks.get(Adjustments.stockId(id)));
        return new StockRow(
                id,
                product.getString("name"),
                Optional.ofNullable(product.getString("barcode")),
                stock.map(state -> state.get("quantity", BigDecimal.class)),
                Optional.ofNullable(product.get("reorderLevel", BigDecimal.class)),
                SystemFields.isActive(product));
    }
}
