package io.tillsync.core.type;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.regex.Pattern;

/** The id of an entity, unique within its type and log. A client may choose it. */
public record EntityId(String value) {

    /** In words, for messages. */
    public static final String RULE = "1 to 64 of A-Z, a-z, 0-9, _ and -";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public EntityId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an entity id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** A new one, greater than those made before (UUID version 7, RFC 9562 §5.7). */
    public static EntityId create() {
        return new EntityId(UuidCreator.getTimeOrderedEpoch().toString());
    }
}
