package io.tillsync.core.stock;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Values by name that hold for one store; the id is the name. */
@Component
final class StoreSettings implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("store-settings", "store-setting", Level.STORE)
                .fields(Field.json("value", 65_536).required())
                .staleAfter(Duration.ofMinutes(15))
                .cachedFor(Duration.ofMinutes(15))
                .build();
    }
}
