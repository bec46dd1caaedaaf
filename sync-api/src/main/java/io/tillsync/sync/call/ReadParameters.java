package io.tillsync.sync.call;

import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The parameters that many reads have in common. */
public final class ReadParameters {

    private ReadParameters() {}

    /**
     * How many things a page is to have.
     *
     * @throws io.tillsync.sync.problem.ProblemException 400 where it is no number from 1 to the bound
     */
    public static int limit(HttpServletRequest request, int usual, int most) {
        return number(request, "limit", usual, 1, most);
    }

    /**
     * A whole number within bounds, both included.
     *
     * @throws io.tillsync.sync.problem.ProblemException 400 where it is none
     */
    public static int number(HttpServletRequest request, String name, int usual, int least, int most) {
        String given = request.getParameter(name);
        if (given == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of bounds
        }
        throw Problem.ofParameter(name, "out-of-range", "must be a whole number from " + least + " to " + most)
                .toException();
    }

    /**
     * A point in time, ISO 8601 with an offset or Z.
     *
     * @throws io.tillsync.sync.problem.ProblemException 400 where it is none
     */
    public static Optional<Instant> time(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).map(given -> {
            try {
                return OffsetDateTime.parse(given).toInstant();
            } catch (DateTimeException e) {
                throw Problem.ofParameter(name, "wrong-type", "must be a time such as 2026-01-16T10:30:00.000Z")
                        .toException();
            }
        });
    }
}
