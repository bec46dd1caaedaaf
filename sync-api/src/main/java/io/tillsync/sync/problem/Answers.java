package io.tillsync.sync.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** What is done about an exception once a request has begun: nobody to tell, too late to tell, or told. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final ProblemWriter writer;

    Answers(ProblemWriter writer) {
        this.writer = writer;
    }

    /**
     * Answers, or does not where there is nobody left to answer.
     *
     * @throws Throwable the fault itself where the answer has begun, for {@link #breakOff}
     */
    void answer(Throwable fault, HttpServletRequest request, HttpServletResponse response) throws Throwable {
        if (isTheConnections(fault)) {
            log.debug("The client went away, or sent what is no HTTP: {}", fault.toString());
            return;
        }
        if (response.isCommitted()) {
            throw fault;
        }
        try {
            writer.write(Faults.problemFor(fault, line(request)), response);
        } catch (IOException gone) {
            log.debug("The client went away: {}", gone.toString());
        }
    }

    /** Has Tomcat cut the connection under half an answer, so that no client takes the half for the whole. */
    static CloseNowException breakOff(Throwable fault, HttpServletRequest request) {
        var problem = Faults.problemFor(fault, line(request));
        log.warn("{} broke off after its answer had begun: {}", line(request), problem.detail());
        return new CloseNowException(problem.detail());
    }

    private static String line(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    /** Nobody is there any more; or the body was no HTTP (a broken chunk), and Tomcat has already called it a 400. */
    private static boolean isTheConnections(Throwable fault) {
        return DisconnectedClientHelper.isClientDisconnectedException(fault)
                || fault instanceof BadRequestException
                || fault.getCause() instanceof BadRequestException;
    }
}
