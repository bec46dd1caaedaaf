package io.tillsync.sync.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a {@link Problem} into an answer. The only place that does, so that a refusal looks the same whether a
 * controller, a filter, Spring Security or Tomcat gave it; there is no content negotiation about it.
 */
public final class ProblemWriter {
    /** RFC 9457 §3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final List<String> OF_THE_SUCCESS =
            List.of("ETag", "Last-Modified", "Location", "Content-Disposition", "Content-Encoding", "Content-Language");

    private final JsonMapper json;
    private final List<ProblemListener> listeners;

    public ProblemWriter(JsonMapper json, List<ProblemListener> listeners) {
        this.json = json;
        this.listeners = listeners;
    }

    /**
     * Replaces whatever the answer held so far.
     *
     * @throws IllegalStateException if the answer is on its way already
     */
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        var body = body(problem);
        response.resetBuffer();
        listeners.forEach(listener -> listener.told(problem));
        // a null value takes the header away (Servlet 6.1)
        OF_THE_SUCCESS.forEach(name -> response.setHeader(name, null));
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        addWhatTheStatusNeeds(problem.status(), response);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The document alone, for an answer that is not made by a servlet. */
    byte[] body(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.code().type());
        body.put("title", problem.code().title());
        body.put("status", problem.status());
        body.put("code", problem.code().code());
        body.put("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        problem.members().forEach((name, value) -> {
            if (value != null) {
                body.put(name, value);
            }
        });
        return json.writeValueAsBytes(body);
    }

    /** RFC 9110 §15.5.2: a 401 names a challenge; API.md: 429 and 503 say when to come back. */
    private static void addWhatTheStatusNeeds(int status, HttpServletResponse response) {
        if (status == 401 && !response.containsHeader("WWW-Authenticate")) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if ((status == 429 || status == 503) && !response.containsHeader("Retry-After")) {
            response.setHeader("Retry-After", "1");
        }
    }
}
