package io.tillsync.core.catalog;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How a catalog is arranged: a tree. */
@Component
final class Categories implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("categories", "category", Level.BUSINESS)
                .fields(
                        Field.text("name", 200).required().sort(),
                        Field.reference("parentId", "categories"),
                        Field.whole("position", 0, 1_000_000_000).sort())
                .unique("name", "parentId")
                .searchWords("name")
                .staleAfter(Duration.ofMinutes(30))
                .cachedFor(Duration.ofMinutes(10))
                .build();
    }
}
