package io.tillsync.console.rebuild;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when a start is refused for a rebuild. */
final class UnfinishedRebuildAnalyzer extends AbstractFailureAnalyzer<UnfinishedRebuild> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnfinishedRebuild cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Wait until it has ended, or run it again (docs/operations.md, Restore).", failure);
    }
}
