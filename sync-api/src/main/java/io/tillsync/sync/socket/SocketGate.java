package io.tillsync.sync.socket;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.socket.server.HandshakeFailureException;

/**
 * Lets nothing but a WebSocket of protocol version 4 through to the engine. The long-polling transport is refused: anonymous requests could
 * exhaust memory with it, and behind a balancer it would need sticky sessions. Tills whose network blocks WebSockets use the long poll of the
 * REST interface.
 */
final class SocketGate implements HttpRequestHandler {

    private static final Problem NO_WEB_SOCKET = Problem.of(
            ProblemCode.MALFORMED_REQUEST, "Socket.IO is served over WebSocket only, EIO=4: transports: ['websocket']");
    private static final Problem STOPPING =
            Problem.of(ProblemCode.UNAVAILABLE, "This process is stopping. Connect again: another takes over.");
    private static final Problem FULL = Problem.of(
            ProblemCode.UNAVAILABLE,
            "This process has as many sockets open as it may. Connect again, or follow by the long poll.");

    private final HttpRequestHandler webSockets;
    private final Connections connections;
    private final int maxOpen;
    private final ProblemWriter problems;

    SocketGate(HttpRequestHandler webSockets, Connections connections, int maxOpen, ProblemWriter problems) {
        this.webSockets = webSockets;
        this.connections = connections;
        this.maxOpen = maxOpen;
        this.problems = problems;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!wanted(request)) {
            refuse(response, NO_WEB_SOCKET);
            return;
        }
        if (connections.isStopping()) {
            refuse(response, STOPPING);
            return;
        }
        if (connections.open() >= maxOpen) {
            refuse(response, FULL);
            return;
        }
        try {
            webSockets.handleRequest(new Uncompressed(request), response);
        } catch (HandshakeFailureException e) {
            refuse(response, NO_WEB_SOCKET);
        }
    }

    /** A session id means that an open connection is to change its transport; there is none that could. */
    private static boolean wanted(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getRequestURI().equals(request.getContextPath() + SocketConfiguration.PATH)
                && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && "4".equals(request.getParameter("EIO"))
                && "websocket".equals(request.getParameter("transport"))
                && request.getParameter("sid") == null;
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        if (!response.isCommitted()) {
            problems.write(problem, response);
        }
    }

    /**
     * A request that asks for no extension. Compression costs twice the processor time and three times the memory; given an empty list of
     * extensions Tomcat offers all it has, so that it must not see what the client asked for.
     */
    private static final class Uncompressed extends HttpServletRequestWrapper {

        private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

        Uncompressed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return EXTENSIONS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
