package io.tillsync.console.login;

import io.tillsync.console.page.Visitor;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes one's own password: whoever sits down at an open screen does not know the present one, and has few guesses. */
@Component
class PasswordChange {

    private final Users users;
    private final Guesses guesses;

    PasswordChange(Users users, Guesses guesses) {
        this.users = users;
        this.guesses = guesses;
    }

    /** What is wrong; empty where the password is another now, and all sessions have ended. */
    Optional<FieldError> change(Visitor visitor, String present, String password, String repeat) {
        String name = visitor.principal().name();
        if (guesses.areTooMany(name, visitor.address())) {
            return fault("present", "throttled", "cannot be tried now; wait a minute");
        }
        guesses.failed(name, visitor.address());
        if (!users.hasPassword(visitor.principal().id(), present)) {
            return fault("present", "wrong", "is not the present password");
        }
        guesses.succeeded(name, visitor.address());
        if (!password.equals(repeat)) {
            return fault("repeat", "differs", "is not the same");
        }
        Outcome outcome = users.change(
                visitor.principal().id(), Base.any(), Map.of("password", password), visitor.cause("own-password"));
        return switch (outcome) {
            case Outcome.Invalid invalid -> invalid.errors().stream().findFirst();
            case Outcome.Refused refused -> fault("password", "busy", "cannot be changed now; try again");
            default -> Optional.empty();
        };
    }

    private static Optional<FieldError> fault(String field, String code, String message) {
        return Optional.of(new FieldError(field, code, message));
    }
}
