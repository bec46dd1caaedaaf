package io.tillsync.core.write;

import static io.tillsync.core.write.TestProcess.BUSINESS;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commits;
import io.tillsync.core.projection.Projections;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Makes requests of what a {@link Plan} wishes for, by what is stored at that moment. */
final class Wishes {

    private static final String[] SKUS = {"alpha", "ALPHA", "beta", "Straße"};

    private final Projections projections;

    Wishes(MongoDatabase database) {
        projections = new Projections(database, TestProcess.TYPES, new Commits(database));
    }

    /** One for each of the two logs that the wishes are about. */
    List<ChangeRequest> requests(Plan.Request planned) {
        Map<String, Edit> business = new LinkedHashMap<>();
        Map<String, Edit> store = new LinkedHashMap<>();
        for (Plan.Wish wish : planned.wishes()) {
            Edit edit = edit(wish);
            (edit instanceof Edit.Add ? store : business).putIfAbsent(edit.type() + "/" + edit.id(), edit);
        }
        List<ChangeRequest> requests = new ArrayList<>();
        for (Map<String, Edit> edits : List.of(business, store)) {
            if (!edits.isEmpty()) {
                ChangeRequest request = TestProcess.request(edits.values().toArray(Edit[]::new));
                requests.add(planned.apart() ? TestProcess.apart(request) : request);
            }
        }
        return requests;
    }

    private Edit edit(Plan.Wish wish) {
        String id = "e" + wish.entity();
        return switch (wish.kind()) {
            case CREATE_PRODUCT ->
                Edits.product(id, "name", "N", "sku", sku(wish.value()), "categoryId", id(wish.reference()));
            case CREATE_CATEGORY -> Edits.category(id, "parentId", id(wish.reference()));
            case CREATE_LABEL -> Edits.label(id, "color", "red");
            case SKU -> patch("products", id, wish, "sku", sku(wish.value()));
            case BARCODE -> patch("products", id, wish, "barcode", id(wish.value()));
            case NAME -> patch("products", id, wish, "name", "N" + wish.value());
            case CATEGORY -> patch("products", id, wish, "categoryId", id(wish.reference()));
            case PARENT -> patch("categories", id, wish, "parentId", id(wish.reference()));
            case LABEL_COLOR -> patch("labels", id, wish, "color", "c" + wish.value());
            case LABEL_PRODUCTS ->
                patch(
                        "labels",
                        id,
                        wish,
                        "products",
                        wish.reference() < 0 ? null : List.of("e" + wish.reference(), "e0"));
            case DELETE_PRODUCT -> new Edit.Delete("products", id, base("products", id, wish));
            case DELETE_CATEGORY -> new Edit.Delete("categories", id, base("categories", id, wish));
            case RESTORE_PRODUCT -> new Edit.Restore("products", id, base("products", id, wish));
            case RESTORE_CATEGORY -> new Edit.Restore("categories", id, base("categories", id, wish));
            case ADD_STOCK ->
                new Edit.Add("stocks", id, Map.of("productId", id), "quantity", BigDecimal.valueOf(wish.value()));
        };
    }

    private static String sku(int value) {
        return value < 0 ? null : SKUS[value];
    }

    private static String id(int number) {
        return number < 0 ? null : "e" + number;
    }

    private Edit patch(String type, String id, Plan.Wish wish, String field, Object value) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(field, value);
        return new Edit.Patch(type, id, base(type, id, wish), fields);
    }

    private Base base(String type, String id, Plan.Wish wish) {
        long current = projections
                .state(BUSINESS, type, id)
                .map(state -> state.getLong("syncVersion"))
                .orElse(1L);
        return switch (wish.basis()) {
            case CURRENT -> Base.version(current);
            case STALE -> Base.version(Math.max(1, current - 1));
            case STALE_BUT_MERGING -> new Base(OptionalLong.of(Math.max(1, current - 1)), true);
            case AHEAD -> Base.version(current + 1);
            case ANY -> Base.any();
        };
    }
}
