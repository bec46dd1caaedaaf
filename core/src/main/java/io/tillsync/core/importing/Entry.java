package io.tillsync.core.importing;

import io.tillsync.core.write.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row on its way into the log.
 *
 * @param fields as they are to be written, with the ids of what it names
 * @param refused what a first try came to, on what may have been an older state
 */
record Entry(Given given, Map<String, Object> fields, Optional<Outcome.Refused> refused) {

    static Entry of(Given given) {
        return new Entry(given, given.fields(), Optional.empty());
    }

    Entry pointingTo(Map<String, String> ids) {
        Map<String, Object> all = new LinkedHashMap<>(given.fields());
        all.putAll(ids);
        return new Entry(given, all, refused);
    }

    Entry refusedBy(Outcome.Refused outcome) {
        return new Entry(given, fields, Optional.of(outcome));
    }

    Row row() {
        return given.row();
    }
}
