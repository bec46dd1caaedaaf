package io.tillsync.console.login;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.page.Visitor;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Sessions;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password as the API does, but not for whoever has just been wrong too often. */
@Component
public final class PasswordCheck implements AuthenticationProvider {

    private final Sessions sessions;
    private final Guesses guesses;

    PasswordCheck(Sessions sessions, Guesses guesses) {
        this.sessions = sessions;
        this.guesses = guesses;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String address = given.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        String username = given.getName();
        if (guesses.areTooMany(username, address)) {
            throw new LockedException("Too many wrong passwords");
        }
        guesses.failed(username, address);
        return switch (sessions.logIn(
                username, String.valueOf(given.getCredentials()), Origin.CONSOLE, Optional.of(address))) {
            case LogIn.Succeeded success -> {
                guesses.succeeded(username, address);
                yield new VisitorToken(new Visitor(success.principal(), success.token(), address));
            }
            case LogIn.Refused refused -> throw new BadCredentialsException("Wrong name or password");
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
