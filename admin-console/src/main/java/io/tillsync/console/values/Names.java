package io.tillsync.console.values;

import java.util.Map;
import java.util.Optional;

/**
 * What entities are called that others point to.
 *
 * @param titles by type and id
 */
public record Names(Map<String, Map<String, String>> titles) implements Naming {

    public static final Names NONE = new Names(Map.of());

    @Override
    public String of(String type, String id) {
        return Optional.ofNullable(titles.get(type)).map(known -> known.get(id)).orElse(id);
    }
}
