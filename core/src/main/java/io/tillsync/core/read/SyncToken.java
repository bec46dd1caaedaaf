package io.tillsync.core.read;

import io.tillsync.audit.log.LogId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a client has read each of the logs it follows: on the wire a part for each, in their order, joined by commas. */
public record SyncToken(List<Cursor> parts) {

    /** Reads a token of a client that follows these logs, in this order; empty for what is none, or one of other logs. */
    public static Optional<SyncToken> parse(List<LogId> logs, String encoded) {
        List<String> parts = Arrays.asList(encoded.split(",", -1));
        if (parts.size() != logs.size()) {
            return Optional.empty();
        }
        ArrayList<Cursor> cursors = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Cursor.parse(logs.get(i), parts.get(i)).ifPresent(cursors::add);
        }
        return cursors.size() == logs.size() ? Optional.of(new SyncToken(List.copyOf(cursors))) : Optional.empty();
    }

    public String encoded() {
        return parts.stream().map(Cursor::encoded).collect(Collectors.joining(","));
    }
}
