package io.tillsync.audit.log;

/** The position of a commit in its log: 1 is the first, 0 stands before it, and there are no gaps. */
public record Seq(long value) implements Comparable<Seq> {

    /** Before the first commit. */
    public static final Seq START = new Seq(0);

    private static final long LARGEST = 999_999_999_999L;

    public Seq {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException("Not a position in a log: " + value);
        }
    }

    public Seq next() {
        return plus(1);
    }

    public Seq plus(long steps) {
        return new Seq(value + steps);
    }

    public boolean isAfter(Seq other) {
        return value > other.value;
    }

    /** Twelve digits, so that the order of the texts is the order of the positions. */
    String padded() {
        return "%012d".formatted(value);
    }

    @Override
    public int compareTo(Seq other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
