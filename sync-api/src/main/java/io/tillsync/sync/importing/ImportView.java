package io.tillsync.sync.importing;

import io.tillsync.core.importing.ImportJob;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import as clients see it.
 *
 * @param rows how many there are; absent until the file was read through
 */
record ImportView(
        String id,
        String entityType,
        String state,
        @Nullable Long rows,
        long rowsRead,
        long created,
        long updated,
        long unchanged,
        long rejected,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Failure error) {

    record Failure(long line, String message) {}

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.entityType(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.rows().isPresent() ? job.rows().getAsLong() : null,
                job.rowsRead(),
                job.counts().created(),
                job.counts().updated(),
                job.counts().unchanged(),
                job.counts().rejected(),
                job.startedAt(),
                job.finishedAt().orElse(null),
                job.error()
                        .map(failure -> new Failure(failure.line(), failure.message()))
                        .orElse(null));
    }
}
