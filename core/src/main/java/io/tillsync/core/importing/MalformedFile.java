package io.tillsync.core.importing;

import java.io.IOException;

/** A file that is no table: nothing of it is imported, since what is wrong with one line can have shifted all others. */
public final class MalformedFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ImportJob.Failure failure;

    MalformedFile(long line, String message) {
        super("Line " + line + " " + message);
        this.failure = new ImportJob.Failure(line, message);
    }

    /** In which line, and what. */
    public ImportJob.Failure failure() {
        return failure;
    }
}
