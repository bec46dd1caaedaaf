package io.tillsync.core.catalog;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Values by name that hold for all stores of a business; the id is the name. */
@Component
final class Settings implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("settings", "setting", Level.BUSINESS)
                .fields(Field.json("value", 65_536).required())
                .staleAfter(Duration.ofMinutes(15))
                .cachedFor(Duration.ofMinutes(15))
                .build();
    }
}
