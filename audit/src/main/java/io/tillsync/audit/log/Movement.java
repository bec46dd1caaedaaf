package io.tillsync.audit.log;

/** What has happened to a log behind a process's back. */
public enum Movement {
    /** It has commits beyond the end that was seen. */
    GROWN,
    /** It no longer holds the commit that was its end: a backup was restored. */
    REPLACED
}
