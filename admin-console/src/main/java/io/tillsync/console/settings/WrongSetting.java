package io.tillsync.console.settings;

/**
 * The process cannot start with a setting as it is.
 *
 * <p>Records of settings need not throw this: while they are bound, any {@link IllegalArgumentException} is told in the same way.
 */
public final class WrongSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence that begins with the property's name and says what is allowed; shown to people, so without secrets */
    public WrongSetting(String message) {
        super(message);
    }
}
