package io.tillsync.core.tenancy;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Tokens.Token;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is calling: users from log-in to log-out, and terminals that have enrolled. */
@Component
public class Sessions {

    private final Directory directory;
    private final Credentials credentials;
    private final Tokens tokens;
    private final AccessChanges changes;
    private final AccessLog accessLog;
    private final TenancyProperties properties;
    private final Clock clock;

    Sessions(
            Directory directory,
            Credentials credentials,
            Tokens tokens,
            AccessChanges changes,
            AccessLog accessLog,
            TenancyProperties properties,
            Clock clock) {
        this.directory = directory;
        this.credentials = credentials;
        this.tokens = tokens;
        this.changes = changes;
        this.accessLog = accessLog;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Who calls with a token; empty where it is none, has expired or has been ended: by this process at once, by another one at most a
     * second ago. Costs no access to the database for a terminal, and for a user one in a second.
     *
     * @throws com.mongodb.MongoException where the database has to be asked and does not answer
     */
    public Optional<Principal> authenticate(String token) {
        return tokens.find(token)
                .filter(found -> found.isValidAt(clock.instant()))
                .flatMap(found ->
                        directory.access(found.subject()).flatMap(access -> access.principal(found.credential())));
    }

    /** Names a token without giving it away. */
    public static String fingerprint(String token) {
        return Tokens.hash(token);
    }

    /** Gives a token for a password. Takes as long for a name that there is not. */
    public LogIn logIn(String username, String password, Origin origin, Optional<String> address) {
        Optional<User> user =
                username.equals(AccessLog.shown(username)) ? directory.userNamed(username) : Optional.empty();
        boolean matches = credentials.matches(user.flatMap(User::validCredential), password);
        if (matches && user.isPresent()) {
            return succeeded(user.get(), origin, address);
        }
        Actor actor = AccessLog.unknown(Actor.Kind.USER, username, address);
        accessLog.record(user.flatMap(User::businessId), actor, origin, LogInEvents.FAILED);
        return new LogIn.Refused();
    }

    private LogIn succeeded(User user, Origin origin, Optional<String> address) {
        Principal principal = user.principal();
        Instant now = clock.instant().truncatedTo(MILLIS);
        Instant expiresAt = now.plus(properties.sessionLasts());
        String credential = user.validCredential().orElseThrow();
        String token = tokens.issue(new Token(principal.subject(), credential, Optional.of(expiresAt)), now);
        accessLog.record(user.businessId(), principal.actor(address), origin, LogInEvents.LOGGED_IN);
        return new LogIn.Succeeded(token, expiresAt, principal);
    }

    /**
     * Ends a user's token; a terminal's stays as it is.
     *
     * @return who has logged out; empty where the token was no user's
     */
    public Optional<Principal> logOut(String token, Origin origin, Optional<String> address) {
        Optional<Principal> principal = authenticate(token).filter(caller -> !caller.isTerminal());
        principal.ifPresent(caller -> {
            tokens.end(token);
            changes.loggedOut(caller.subject(), token);
            accessLog.record(caller.businessId(), caller.actor(address), origin, LogInEvents.LOGGED_OUT);
        });
        return principal;
    }
}
