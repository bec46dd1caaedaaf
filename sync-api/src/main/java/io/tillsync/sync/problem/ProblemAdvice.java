package io.tillsync.sync.problem;

import io.tillsync.sync.http.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers for every exception that reaches Spring MVC under {@code /api}, also where no controller was found. What
 * happens elsewhere (the console's pages) is left to whoever comes next.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {
    private final Answers answers;

    ProblemAdvice(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Throwable.class)
    void answer(Throwable fault, HttpServletRequest request, HttpServletResponse response) throws Throwable {
        if (!ApiPath.matches(request)) {
            throw fault;
        }
        answers.answer(fault, request, response);
    }
}
