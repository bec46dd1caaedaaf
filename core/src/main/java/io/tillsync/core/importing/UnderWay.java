package io.tillsync.core.importing;

/**
 * The imports that are not over, of all businesses and processes.
 *
 * @param rowsDone of those that run
 * @param rows that those have in all, as far as their files were read through
 */
public record UnderWay(int queued, int running, long rowsDone, long rows) {

    static final UnderWay NOTHING = new UnderWay(0, 0, 0, 0);

    UnderWay and(ImportJob.State state, Progress progress) {
        return state == ImportJob.State.QUEUED
                ? new UnderWay(queued + 1, running, rowsDone, rows)
                : new UnderWay(
                        queued,
                        running + 1,
                        rowsDone + progress.counts().rows(),
                        rows + progress.rows().orElse(0));
    }
}
