package io.tillsync.sync.problem;

import io.tillsync.sync.http.ApiPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for exceptions of filters, which no advice sees: a database that is away while a token is looked up is 503
 * there too. Stands before Spring Security.
 */
final class ProblemFilter extends OncePerRequestFilter {
    private final Answers answers;

    ProblemFilter(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException fault) {
            answer(fault, request, response);
        }
    }

    private void answer(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answers.answer(fault, request, response);
        } catch (Throwable tooLate) {
            throw Answers.breakOff(tooLate, request);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.matches(request);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
