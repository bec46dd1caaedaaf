package io.tillsync.core.stock;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A price of a product that holds in one store only. */
@Component
final class StorePrices implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("store-prices", "store-price", Level.STORE)
                .fields(
                        Field.reference("productId", "products").required(),
                        Field.money("price").required())
                .uniqueExactly("productId", "store-prices.productId")
                .staleAfter(Duration.ofMinutes(5))
                .cachedFor(Duration.ofMinutes(5))
                .build();
    }
}
