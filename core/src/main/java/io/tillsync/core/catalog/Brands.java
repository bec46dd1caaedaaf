package io.tillsync.core.catalog;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Who makes a product. */
@Component
final class Brands implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("brands", "brand", Level.BUSINESS)
                .fields(Field.text("name", 200).required().sort())
                .unique("name")
                .searchWords("name")
                .staleAfter(Duration.ofMinutes(30))
                .cachedFor(Duration.ofMinutes(10))
                .build();
    }
}
