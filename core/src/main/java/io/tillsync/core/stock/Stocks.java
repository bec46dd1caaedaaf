package io.tillsync.core.stock;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind.Sign;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How much of a product a store has. Adjustments and sales add up to it; nobody overwrites it. */
@Component
final class Stocks implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("stocks", "stock", Level.STORE)
                .fields(
                        Field.reference("productId", "products").required(),
                        Field.quantity("quantity", Sign.ANY).required().sort())
                .uniqueExactly("productId", "stocks.productId")
                .writtenBy(Writers.OWN_CALLS)
                .staleAfter(Duration.ofSeconds(30))
                .cachedFor(Duration.ofSeconds(30))
                .build();
    }
}
