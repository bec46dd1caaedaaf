package io.tillsync.core.stock;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Entities;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which stocks of a store have run low. */
@Component
public class StockLevels {

    private static final int LOOKED_AT = 300;

    private final Entities entities;
    private final Projections projections;
    private final EntityType stocks;

    StockLevels(Entities entities, Projections projections, EntityTypes types) {
        this.entities = entities;
        this.projections = projections;
        this.stocks = types.get("stocks");
    }

    /**
     * The products that a store has the fewest of, and of these the ones that it has too few of.
     *
     * @param belowZero more was sold than there was
     * @param low below the product's own reorder level, but not below zero
     * @param hasAllBelowZero whether these are all of them
     * @param hasAllLow whether these are all of them
     */
    public record Levels(List<Level> belowZero, List<Level> low, boolean hasAllBelowZero, boolean hasAllLow) {}

    /** How much of an active product there is. */
    public record Level(String productId, String name, BigDecimal quantity, Optional<BigDecimal> reorderLevel) {

        boolean isBelowZero() {
            return quantity.signum() < 0;
        }

        boolean isLow() {
            return !isBelowZero()
                    && reorderLevel
                            .filter(level -> quantity.compareTo(level) < 0)
                            .isPresent();
        }
    }

    public Levels of(LogId business, LogId store) {
        Entities.Query smallestFirst = new Entities.Query("", Map.of(), Map.of(), stocks.field("quantity"), false);
        Entities.Page page = entities.list(store, stocks, smallestFirst, Optional.empty(), LOOKED_AT);
        List<String> ids = page.states().stream()
                .map(stock -> stock.getString("productId"))
                .toList();
        Map<String, Document> products = projections.states(business, "products", ids);
        List<Level> levels = page.states().stream()
                .map(stock -> level(stock, products))
                .filter(Objects::nonNull)
                .toList();
        boolean isWhole = page.next().isEmpty();
        boolean reachesZero = page.states().stream()
                .anyMatch(stock -> stock.get("quantity", BigDecimal.class).signum() >= 0);
        return new Levels(
                levels.stream().filter(Level::isBelowZero).toList(),
                levels.stream().filter(Level::isLow).toList(),
                isWhole || reachesZero,
                isWhole);
    }

    /** Null for a product that is gone or is no longer sold. */
    private static @Nullable Level level(Document stock, Map<String, Document> products) {
        Document product = products.get(stock.getString("productId"));
        if (product == null || !SystemFields.isActive(product) || !product.getBoolean("isActive", true)) {
            return null;
        }
        return new Level(
                SystemFields.id(product),
                product.getString("name"),
                stock.get("quantity", BigDecimal.class),
                Optional.ofNullable(product.get("reorderLevel", BigDecimal.class)));
    }
}
