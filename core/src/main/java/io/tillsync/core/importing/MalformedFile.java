package io.tillsync.core.importing;

import java.io.IOException;

/** A file that is no table: nothing of it is imported, since what is wrong with one line can have shifted all others. */
final class MalformedFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ImportJob.Failure failure;

    MalformedFile(long line, String message) {
        super("Line " + line + " " + message);
        this.failure = new ImportJob.Failure(line, message);
    }

    ImportJob.Failure failure() {
        return failure;
    }
}
