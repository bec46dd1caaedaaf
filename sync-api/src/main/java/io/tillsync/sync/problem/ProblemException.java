package io.tillsync.sync.problem;

/**
 * Ends a request with a {@link Problem}, from any depth: controllers, filters, converters and body streams alike. It is
 * an expected outcome, so it is never logged and carries no stack trace.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.code().code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }
}
