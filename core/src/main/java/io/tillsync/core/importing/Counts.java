package io.tillsync.core.importing;

import java.util.Collection;

/**
 * What has become of the rows that were read.
 *
 * @param updated with those of which only the opening stock was set
 * @param rejected rows that were not imported, and have no effect
 */
public record Counts(long created, long updated, long unchanged, long rejected) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Collection<Done> done, int rejectedRows) {
        return new Counts(
                created + count(done, Done.Effect.CREATED),
                updated + count(done, Done.Effect.UPDATED),
                unchanged + count(done, Done.Effect.UNCHANGED),
                rejected + rejectedRows);
    }

    Counts plus(Counts more) {
        return new Counts(
                created + more.created, updated + more.updated, unchanged + more.unchanged, rejected + more.rejected);
    }

    private static long count(Collection<Done> done, Done.Effect effect) {
        return done.stream().filter(row -> row.effect() == effect).count();
    }

    public long rows() {
        return created + updated + unchanged + rejected;
    }
}
