package io.tillsync.sync.problem;

import io.tillsync.sync.http.CommonHeaders;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat says itself, where the application was never reached (an unreadable request line, headers beyond the
 * bound): the same problem details, without version or stack trace.
 */
final class ProblemReportValve extends ErrorReportValve {
    private final ProblemWriter writer;
    private final CommonHeaders headers;

    ProblemReportValve(ProblemWriter writer, CommonHeaders headers) {
        this.writer = writer;
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        int status = response.getStatus();
        var code = ProblemCode.forStatus(status);
        try {
            headers.set(response, true);
            writer.write(
                    Problem.of(
                                    code,
                                    "This is no request as HTTP has it. Look for characters in the address or a header that have to be percent-encoded.")
                            .withStatus(status),
                    response);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("The client went away", gone);
        }
    }
}
