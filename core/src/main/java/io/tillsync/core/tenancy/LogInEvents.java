package io.tillsync.core.tenancy;

/** What the log calls it when a user logs in or out. */
public final class LogInEvents {

    public static final String LOGGED_IN = "logged-in";
    public static final String FAILED = "log-in-failed";
    public static final String LOGGED_OUT = "logged-out";

    private LogInEvents() {}
}
