package io.tillsync.core.tenancy;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The shops of all businesses. */
@Component
final class StoreType implements Declaration {

    static final String NAME = "stores";
    static final String TIME_ZONE = "timeZone";
    static final String BUSINESS = "businessId";

    static final EntityType TYPE = EntityType.named(NAME, "store", Level.INSTALLATION)
            .fields(
                    Field.text("name", 200).required().sort(),
                    Field.text(TIME_ZONE, 64)
                            .required()
                            .matching(
                                    ZoneId.getAvailableZoneIds()::contains,
                                    "the name of a time zone, as Europe/Berlin"),
                    Field.reference(BUSINESS, BusinessType.NAME).required())
            .searchWords("name")
            .notForTills()
            .writtenBy(Writers.OWN_CALLS)
            .build();

    @Override
    public EntityType type() {
        return TYPE;
    }
}
