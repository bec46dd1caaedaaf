package io.tillsync.core.importing;

import java.util.OptionalLong;

/**
 * How far an import has come. Commits beyond this may be in the logs already.
 *
 * @param rows of the whole file, once it was read through
 * @param commits the number of the next commit in the log of the rows
 * @param stockCommits likewise in the store's
 */
record Progress(OptionalLong rows, Counts counts, long commits, long stockCommits) {

    static final Progress NONE = new Progress(OptionalLong.empty(), Counts.NONE, 0, 0);

    Progress readThrough(long all) {
        return new Progress(OptionalLong.of(all), counts, commits, stockCommits);
    }
}
