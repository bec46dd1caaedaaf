package io.tillsync.sync.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Spring Security's refusals as problems: 401, 403, and 400 for addresses that its firewall does not let in. A wrong
 * method comes first (API.md, several faults), whoever asks.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private final ProblemWriter writer;
    private final AllowedMethods methods;

    Refusals(ProblemWriter writer, AllowedMethods methods) {
        this.writer = writer;
        this.methods = methods;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        refuse(request, response, refused);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        refuse(request, response, denied);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        if (List.of(HttpMethod.values()).contains(HttpMethod.valueOf(request.getMethod()))) {
            writer.write(Faults.problemFor(rejected, request.getRequestURI()), response);
        } else {
            refuse(request, response, rejected);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException refused)
            throws IOException {
        var problem = methods.refusal(request).orElseGet(() -> Faults.problemFor(refused, request.getRequestURI()));
        writer.write(problem, response);
    }
}
