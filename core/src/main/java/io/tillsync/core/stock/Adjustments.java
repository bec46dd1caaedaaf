package io.tillsync.core.stock;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind.Sign;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds to stocks, or takes from them, for a reason. Two adjustments never conflict, and none overwrites another. */
@Component
public class Adjustments {

    public static final String STOCKS = "stocks";

    private static final String PRODUCT = "productId";
    private static final String QUANTITY = "quantity";

    /** What an adjustment consists of; it is checked like an entity, but kept as the commit's reason and its effect on the stock. */
    private static final EntityType FORM = EntityType.named("adjustments", "adjustment", Level.STORE)
            .fields(
                    Field.reference(PRODUCT, "products").required(),
                    Field.quantity("delta", Sign.NOT_ZERO).required(),
                    Field.text("reason", 200).required())
            .build();

    private final LogWriters writers;

    public Adjustments(LogWriters writers) {
        this.writers = writers;
    }

    /**
     * Makes an adjustment, once for each operation.
     *
     * @param fields {@code productId}, {@code delta} and {@code reason}, as they came
     * @return the stock as this adjustment left it, or the refusal
     */
    public Outcome.Result adjust(
            Home store,
            Actor actor,
            Origin origin,
            Operation operation,
            Map<String, ? extends @Nullable Object> fields) {
        ContentCheck check = ContentCheck.full(FORM, fields, store.rules());
        if (!check.errors().isEmpty()) {
            return new Outcome.Result(List.of(new Outcome.Invalid(check.errors())), Head.empty(store.log()));
        }
        Document adjustment = check.content();
        String productId = adjustment.getString(PRODUCT);
        Edit edit = new Edit.Add(
                STOCKS,
                stockId(productId),
                Map.of(PRODUCT, productId),
                QUANTITY,
                adjustment.get("delta", BigDecimal.class));
        return writers.write(
                ChangeRequest.of(store, actor, origin, operation, edit).because(adjustment.getString("reason")));
    }

    /** The id of the stock of a product: made from the product's, so that there is never a second one. */
    public static String stockId(String productId) {
        return productId;
    }
}
