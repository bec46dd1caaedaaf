package io.tillsync.console.page;

import com.mongodb.MongoException;
import io.tillsync.core.write.Unavailable;
import io.tillsync.sync.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What becomes of a request that a screen cannot answer: one of the pages in {@code templates/error}. */
@ControllerAdvice(basePackages = "io.tillsync.console")
class PageFaults {

    @ExceptionHandler(NoSuchPage.class)
    void noSuchPage(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(NotAllowed.class)
    void notAllowed(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    @ExceptionHandler(ProblemException.class)
    void problem(ProblemException fault, HttpServletResponse response) throws IOException {
        response.sendError(fault.problem().status());
    }

    @ExceptionHandler({MongoException.class, Unavailable.class})
    void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "2");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
