package io.tillsync.core.tenancy;

/** Hears when connections have to be cut. */
public interface AccessListener {

    /**
     * A user was disabled, a terminal revoked, another credential was given, or role or stores have changed, by whichever process: what
     * was connected for the subject before has to be cut. Who may still come can connect anew. Has to return at once.
     */
    void accessEnded(Subject subject);

    /**
     * A user has logged out in this process: what was connected with just that token has to be cut, and nothing of the user's other ones.
     * Has to return at once.
     */
    default void loggedOut(Subject user, String token) {}
}
