package io.tillsync.core.catalog;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind.Sign;
import io.tillsync.core.type.Level;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is sold. */
@Component
final class Products implements Declaration {

    @Override
    public EntityType type() {
        return EntityType.named("products", "product", Level.BUSINESS)
                .fields(
                        Field.text("name", 200).required().sort(),
                        Field.money("price").required().sort(),
                        Field.text("sku", 64).filter().sort(),
                        Field.text("barcode", 64).filter(),
                        Field.longText("description", 5000),
                        Field.money("cost"),
                        Field.reference("categoryId", "categories"),
                        Field.reference("brandId", "brands"),
                        Field.reference("unitId", "units"),
                        Field.flag("isActive").orElse(true).filter(),
                        Field.quantity("reorderLevel", Sign.NOT_NEGATIVE))
                .unique("sku")
                .uniqueExactly("barcode", "barcodes")
                .searchWords("name")
                .searchCodes("barcode", "sku")
                .staleAfter(Duration.ofMinutes(5))
                .cachedFor(Duration.ofMinutes(5))
                .build();
    }
}
