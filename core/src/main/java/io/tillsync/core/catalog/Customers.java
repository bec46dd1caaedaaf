package io.tillsync.core.catalog;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whom the business sells to by name; tills make them too. */
@Component
final class Customers implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("customers", "customer", Level.BUSINESS)
                .fields(
                        Field.text("name", 200).required().sort(),
                        Field.text("phone", 40).filter(),
                        Field.text("email", 254).filter(),
                        Field.longText("note", 5000))
                .unique("email")
                .searchWords("name")
                .searchCodes("phone", "email")
                .writtenBy(Writers.TILLS)
                .staleAfter(Duration.ofMinutes(3))
                .cachedFor(Duration.ofMinutes(3))
                .build();
    }
}
