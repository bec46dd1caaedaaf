package io.tillsync.sync.call;

import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ValueRange;
import java.util.Optional;

/** The parameters that many reads have in common. */
public final class ReadParameters {

    private static final ValueRange FOUR_DIGITS = ValueRange.of(0, 9999);

    private ReadParameters() {}

    /**
     * A parameter that can be given once; of one given twice, either would be lost silently.
     *
     * @throws io.tillsync.sync.problem.ProblemException 400 where it is repeated
     */
    public static Optional<String> text(HttpServletRequest request, String name) {
        String[] given = request.getParameterValues(name);
        if (given == null) {
            return Optional.empty();
        }
        if (given.length > 1) {
            throw Problem.ofParameter(name, "repeated", "must be given once").toException();
        }
        return Optional.of(given[0]);
    }

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
        Optional<String> given = text(request, name);
        if (given.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(given.get());
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
        return text(request, name).map(given -> {
            try {
                OffsetDateTime time = OffsetDateTime.parse(given);
                if (FOUR_DIGITS.isValidValue(time.getYear())) {
                    return time.toInstant();
                }
            } catch (DateTimeException e) {
                // told below, like a year that no timestamp has (RFC 3339 §5.6)
            }
            throw Problem.ofParameter(name, "wrong-type", "must be a time such as 2026-01-16T10:30:00.000Z")
                    .toException();
        });
    }
}
