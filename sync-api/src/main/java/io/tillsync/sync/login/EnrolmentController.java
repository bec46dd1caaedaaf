package io.tillsync.sync.login;

import io.tillsync.core.tenancy.Enrolment;
import io.tillsync.core.tenancy.Enrolments;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Sends;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A till gets its token for the code that an admin has read to it. */
@RestController
@RequestMapping(path = "/api/v1/sync/register", produces = MediaType.APPLICATION_JSON_VALUE)
class EnrolmentController {

    private final Enrolments enrolments;
    private final JsonBodies bodies;

    EnrolmentController(Enrolments enrolments, JsonBodies bodies) {
        this.enrolments = enrolments;
        this.bodies = bodies;
    }

    /** What is sent to enrol. */
    record Enrolling(String code, String deviceName, String appVersion) {}

    record Enrolled(String terminalId, String storeId, String businessId, String token) {}

    @ApiCall(
            id = "enrol",
            summary = "Gives a till its token for the code of its terminal",
            description = "The code works once, and the token is shown this once.",
            answers = 201,
            sends = Sends.FORM,
            form = Enrolling.class,
            refusals = ProblemCode.INVALID_CREDENTIALS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Data<Enrolled> enrol(HttpServletRequest request) {
        Texts given = Texts.of(bodies.object(request), "code", "deviceName", "appVersion");
        Enrolment result = enrolments.enrol(
                given.get("code"),
                given.find("deviceName"),
                given.find("appVersion"),
                Optional.of(request.getRemoteAddr()));
        return switch (result) {
            case Enrolment.Enrolled enrolled ->
                new Data<>(new Enrolled(
                        enrolled.terminal().id(),
                        enrolled.terminal().storeId(),
                        enrolled.terminal().businessId(),
                        enrolled.token()));
            case Enrolment.Invalid invalid ->
                throw Problem.of(
                                ProblemCode.VALIDATION_FAILED,
                                "Correct the fields named in errors and send the request again.",
                                invalid.errors())
                        .toException();
            case Enrolment.Refused refused ->
                throw Problem.of(
                                ProblemCode.INVALID_CREDENTIALS,
                                "The code is not right, was used, or is too old. Ask an admin for a new one.")
                        .toException();
        };
    }
}
