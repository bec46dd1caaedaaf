package io.tillsync.audit.log;

import java.util.regex.Pattern;

/**
 * The name of one history: a kind and, where there are several of that kind, whose it is ({@code business:acme}).
 *
 * <p>Holds no {@code /}, so that the ids of a log's documents, {@code <logId>/…}, never begin with those of another log,
 * even where one log's name begins with the other's.
 */
public record LogId(String value) implements Comparable<LogId> {

    private static final char SEPARATOR = ':';
    private static final Pattern FORM = Pattern.compile("[a-z]{1,16}(:[A-Za-z0-9_-]{1,64})?");

    public LogId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a log id: " + value);
        }
    }

    public static LogId of(String kind, String owner) {
        return new LogId(kind + SEPARATOR + owner);
    }

    /** What it is the history of, such as {@code business}. */
    public String kind() {
        return owner().isEmpty() ? value : value.substring(0, value.indexOf(SEPARATOR));
    }

    /** Whose it is; empty where there is only one of its kind. */
    public String owner() {
        int end = value.indexOf(SEPARATOR);
        return end < 0 ? "" : value.substring(end + 1);
    }

    /** The {@code _id} of what belongs to this log under the given key. */
    public String key(String key) {
        return value + "/" + key;
    }

    /** The smallest string that is greater than every {@link #key} of this log. */
    public String keyEnd() {
        return value + "0";
    }

    /** What stands behind the log's name in a {@link #key} of it. */
    public String keyOf(String id) {
        return id.substring(value.length() + 1);
    }

    @Override
    public int compareTo(LogId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
