package io.tillsync.audit.log;

import com.mongodb.MongoClientSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.DocumentCodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * How states are kept: as documents, so that a process that knows an entity type's older form drops no field of a newer one. Decimals
 * are {@link BigDecimal}s and times {@link Instant}s, on both ways.
 */
public final class States {

    /** Every collection of Tillsync is read and written with these. */
    public static final CodecRegistry CODECS = CodecRegistries.fromRegistries(
            CodecRegistries.fromProviders(new DocumentCodecProvider(new BsonTypeClassMap(
                    Map.of(BsonType.DECIMAL128, BigDecimal.class, BsonType.DATE_TIME, Instant.class)))),
            MongoClientSettings.getDefaultCodecRegistry());

    private States() {}

    /** The time in a field that is known to be there. */
    public static Instant instant(Document document, String field) {
        return document.get(field, Instant.class);
    }
}
