package io.tillsync.sync.login;

import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Principal;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.Store;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Sends;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users get a token for their password, and give it back. */
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class LogInController {

    private final Sessions sessions;
    private final Directory directory;
    private final JsonBodies bodies;

    LogInController(Sessions sessions, Directory directory, JsonBodies bodies) {
        this.sessions = sessions;
        this.directory = directory;
        this.bodies = bodies;
    }

    /** @param stores those of one business that the user sees; empty for whom all of the installation is open to */
    record LoggedInUser(
            String id,
            String username,
            String role,
            @Nullable String businessId,
            List<String> stores) {}

    /** What is sent to log in. */
    record Credentials(String username, String password) {}

    record LoggedIn(String token, Instant expiresAt, LoggedInUser user) {}

    @ApiCall(
            id = "logIn",
            summary = "Gives a user's token for a password",
            sends = Sends.FORM,
            form = Credentials.class,
            refusals = ProblemCode.INVALID_CREDENTIALS)
    @PostMapping("/login")
    Data<LoggedIn> logIn(HttpServletRequest request) {
        Texts given = Texts.of(bodies.object(request), "username", "password");
        LogIn result = sessions.logIn(
                given.get("username"), given.get("password"), Origin.API, Optional.of(request.getRemoteAddr()));
        return switch (result) {
            case LogIn.Succeeded success ->
                new Data<>(new LoggedIn(success.token(), success.expiresAt(), view(success.principal())));
            case LogIn.Refused refused ->
                throw Problem.of(ProblemCode.INVALID_CREDENTIALS, "The user name or the password is not right.")
                        .toException();
        };
    }

    private LoggedInUser view(Principal user) {
        List<String> stores = user.businessId().map(directory::stores).orElse(List.of()).stream()
                .filter(store -> user.permissions().sees(store.scope()))
                .map(Store::id)
                .toList();
        return new LoggedInUser(
                user.id(), user.name(), user.role().word(), user.businessId().orElse(null), stores);
    }

    @ApiCall(
            id = "logOut",
            summary = "Ends the token that the call was made with",
            answers = 204,
            refusals = ProblemCode.FORBIDDEN)
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(Caller caller) {
        if (caller.principal().isTerminal()) {
            throw Problem.of(ProblemCode.FORBIDDEN, "A terminal stays enrolled until it is revoked.")
                    .toException();
        }
        sessions.logOut(caller.token(), Origin.API, Optional.of(caller.address()));
    }
}
