package io.tillsync.sync.body;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is decompressed and bounded. Refusals come when the body is asked for, so that what is wrong
 * with the caller or the address is told first (API.md, several faults), and a length that is too large is refused
 * before a byte was read.
 */
final class BoundedRequest extends HttpServletRequestWrapper {
    private final BodyRule rule;
    private @Nullable ServletInputStream body;

    BoundedRequest(HttpServletRequest request, BodyRule rule) {
        super(request);
        this.rule = rule;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var opened = body;
        if (opened == null) {
            opened = open();
            body = opened;
        }
        return opened;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private ServletInputStream open() throws IOException {
        String header = getHeader("Content-Encoding");
        String coding = header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT);
        boolean gzip = rule.gzip() && (coding.equals("gzip") || coding.equals("x-gzip"));
        if (!gzip && !coding.equals("identity")) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This content coding is not supported here.")
                    .withHeader("Accept-Encoding", rule.gzip() ? "gzip, identity" : "identity")
                    .toException();
        }
        if (getContentLengthLong() > rule.limit()) {
            throw BoundedBody.tooLarge(rule.limit());
        }
        return BoundedBody.of(super.getInputStream(), gzip, rule.limit());
    }
}
