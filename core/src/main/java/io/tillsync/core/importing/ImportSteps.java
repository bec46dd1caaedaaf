package io.tillsync.core.importing;

import java.util.Optional;

/**
 * What rows of one job go through.
 *
 * @param stock empty where the file has no quantities
 */
record ImportSteps(
        RowReader reader,
        ReferenceNames names,
        Replay replay,
        Planner planner,
        NumberedCommits commits,
        Optional<OpeningStock> stock) {}
