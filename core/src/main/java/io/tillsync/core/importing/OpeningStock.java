package io.tillsync.core.importing;

import io.tillsync.core.projection.Projections;
import io.tillsync.core.stock.Adjustments;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Unique;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Outcome;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.bson.Document;

/**
 * Sets what a store has of products it has no stock of yet. What it has already is never overwritten: it is counted by sales and
 * adjustments.
 */
final class OpeningStock {

    private static final String PRODUCTS = "products";
    private static final String PRODUCT = "productId";
    private static final String QUANTITY = "quantity";

    private final NumberedCommits commits;
    private final Projections projections;
    private final Unique unique;

    OpeningStock(NumberedCommits commits, Projections projections, EntityTypes types) {
        this.commits = commits;
        this.projections = projections;
        this.unique = types.get(Adjustments.STOCKS).uniques().getFirst();
    }

    /** The quantity of a stock, where entities of the type have stocks. */
    static Optional<Field> field(EntityType type, EntityTypes types) {
        return type.name().equals(PRODUCTS)
                ? types.find(Adjustments.STOCKS).flatMap(stocks -> stocks.field(QUANTITY))
                : Optional.empty();
    }

    long nextCommit() {
        return commits.next();
    }

    /** The numbers of the rows whose quantity has become a store's stock: now, or by a run that did not live to record it. */
    Set<Long> set(List<Done> rows, Replay replay) {
        SequencedMap<String, Done> wanted = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.given().opening().isPresent())
                .forEach(row -> wanted.putIfAbsent(row.id(), row));
        Set<Long> set = new HashSet<>();
        wanted.values().stream().filter(row -> replay.takeStocked(row.id())).forEach(row -> set.add(number(row)));
        List<Done> missing = withoutStock(wanted);
        List<Outcome> outcomes =
                commits.write(missing.stream().<Edit>map(OpeningStock::creation).toList(), Optional.of("import"));
        for (int i = 0; i < missing.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Applied) {
                set.add(number(missing.get(i)));
            }
        }
        return set;
    }

    private List<Done> withoutStock(SequencedMap<String, Done> wanted) {
        Map<String, Done> byKey = new LinkedHashMap<>();
        wanted.forEach(
                (id, row) -> byKey.put(unique.key(new Document(PRODUCT, id)).orElseThrow(), row));
        byKey.keySet()
                .removeAll(projections
                        .holders(commits.home().log(), byKey.keySet())
                        .keySet());
        return List.copyOf(byKey.values());
    }

    private static Edit.Create creation(Done row) {
        BigDecimal quantity = row.given().opening().orElseThrow();
        return new Edit.Create(
                Adjustments.STOCKS, Adjustments.stockId(row.id()), Map.of(PRODUCT, row.id(), QUANTITY, quantity));
    }

    private static long number(Done row) {
        return row.given().row().number();
    }
}
