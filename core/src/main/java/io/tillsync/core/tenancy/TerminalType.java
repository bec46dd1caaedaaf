package io.tillsync.core.tenancy;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Unique;
import io.tillsync.core.type.Writers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The tills of all stores. */
@Component
final class TerminalType implements Declaration {

    static final String NAME = "terminals";
    static final String STORE = "storeId";
    static final String BUSINESS = "businessId";
    static final String REVOKED = "isRevoked";
    static final String CREDENTIAL = "credential";
    /** The fingerprint of the code that the terminal can enrol with. */
    static final String ENROLMENT = "enrolment";

    static final String ENROLMENT_EXPIRES_AT = "enrolmentExpiresAt";
    static final String ENROLLED_AT = "enrolledAt";
    static final String DEVICE_NAME = "deviceName";
    static final String APP_VERSION = "appVersion";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static final EntityType TYPE = EntityType.named(NAME, "terminal", Level.INSTALLATION)
            .fields(
                    Field.text("name", 200).required().sort(),
                    Field.reference(STORE, StoreType.NAME).required(),
                    Field.reference(BUSINESS, BusinessType.NAME).required(),
                    Field.flag(REVOKED).orElse(false).filter(),
                    Field.text(DEVICE_NAME, 200),
                    Field.text(APP_VERSION, 64),
                    Field.text(ENROLLED_AT, 32),
                    Field.text(ENROLMENT_EXPIRES_AT, 32),
                    Field.text(ENROLMENT, 64).hide(),
                    Field.text(CREDENTIAL, 64).hide())
            .uniqueExactly(ENROLMENT, "enrolments")
            .searchWords("name")
            .notForTills()
            .writtenBy(Writers.OWN_CALLS)
            .build();

    @Override
    public EntityType type() {
        return TYPE;
    }

    /** The unique value by which the terminal of a code is found. */
    static String keyOf(String enrolment) {
        Unique unique = TYPE.uniques().getFirst();
        return unique.key(new Document(ENROLMENT, enrolment)).orElseThrow();
    }

    /** A time as it is kept in a field: as on the wire. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
