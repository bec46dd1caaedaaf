package io.tillsync.audit.search;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Outline;
import io.tillsync.audit.log.Seq;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * A place in the list of several logs: the newest comes first, of those at the same time the one whose log's name is first, and within a
 * log the later one.
 */
public record Position(Instant at, LogId log, Seq seq) implements Comparable<Position> {

    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::at)
            .reversed()
            .thenComparing(Position::log)
            .thenComparing(Comparator.comparing(Position::seq).reversed());

    static Position of(Outline commit) {
        return new Position(commit.at(), commit.log(), commit.seq());
    }

    @Override
    public int compareTo(Position other) {
        return NEWEST_FIRST.compare(this, other);
    }

    /** As it can stand in an address. */
    public String encoded() {
        String text = at.toEpochMilli() + " " + log + " " + seq;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #encoded()} has given; empty for any other text. */
    public static Optional<Position> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            return parts.length == 3
                    ? Optional.of(new Position(
                            Instant.ofEpochMilli(Long.parseLong(parts[0])),
                            new LogId(parts[1]),
                            new Seq(Long.parseLong(parts[2]))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
