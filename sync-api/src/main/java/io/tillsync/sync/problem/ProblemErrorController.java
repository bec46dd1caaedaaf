package io.tillsync.sync.problem;

import io.tillsync.sync.http.ApiPath;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers for what the container refused, or failed at: problem details under {@code /api} and for every client that is
 * no browser; browsers get Spring Boot's error pages elsewhere.
 */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
final class ProblemErrorController implements ErrorController {
    private final BasicErrorController pages;
    private final ProblemWriter writer;

    ProblemErrorController(
            ErrorAttributes attributes,
            WebProperties web,
            ObjectProvider<ErrorViewResolver> resolvers,
            ProblemWriter writer) {
        var views = resolvers.orderedStream().toList();
        this.pages = new BasicErrorController(attributes, web.getError(), views);
        this.writer = writer;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Nullable
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ApiPath.matches(request) || isAskedForItself(request) || response.isCommitted()) {
            problem(request, response);
            return null;
        }
        return pages.errorHtml(request, response);
    }

    @RequestMapping
    void problem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        int status = isAskedForItself(request) ? 404 : response.getStatus();
        var code = ProblemCode.forStatus(status);
        writer.write(Problem.of(code, code.title() + ".").withStatus(status), response);
    }

    /** Then there is no error to tell about; Spring Boot would make one, a 500. */
    private static boolean isAskedForItself(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null;
    }
}
