package io.tillsync.core.catalog;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind.Sign;
import io.tillsync.core.type.Level;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What a quantity of a product is counted in; one can be a multiple of another. */
@Component
final class Units implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("units", "unit", Level.BUSINESS)
                .fields(
                        Field.text("name", 200).required().sort(),
                        Field.text("abbreviation", 20),
                        Field.reference("baseUnitId", "units"),
                        Field.decimal("factor", 6, Sign.POSITIVE))
                .unique("name")
                .searchWords("name")
                .staleAfter(Duration.ofMinutes(60))
                .cachedFor(Duration.ofMinutes(10))
                .build();
    }
}
