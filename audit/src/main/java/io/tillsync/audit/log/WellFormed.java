package io.tillsync.audit.log;

/** Half of a character (a surrogate that stands alone) is stored as another one: the commit read back would seem to have been altered. */
final class WellFormed {

    private WellFormed() {}

    /**
     * The text itself.
     *
     * @throws IllegalArgumentException where no encoding can keep it
     */
    static String require(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("Not a text of Unicode characters");
        }
        return text;
    }
}
