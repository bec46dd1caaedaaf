package io.tillsync.console.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** In words, how a value of a type is written. */
final class AllowedForm {

    static final String WHOLE_NUMBER = "must be a whole number";

    private static final Map<Class<?>, String> FORMS = Map.of(
            Duration.class, "must be a time, such as 500ms, 5s or 2m",
            DataSize.class, "must be a size, such as 512KB or 32MB",
            Integer.class, WHOLE_NUMBER,
            Long.class, WHOLE_NUMBER,
            Boolean.class, "must be true or false");

    private AllowedForm() {}

    /** Empty for a type that this does not know. */
    static Optional<String> of(Class<?> type) {
        return type.isEnum()
                ? Optional.of("must be one of " + StringUtils.arrayToDelimitedString(type.getEnumConstants(), ", "))
                : Optional.ofNullable(FORMS.get(ClassUtils.resolvePrimitiveIfNecessary(type)));
    }
}
