package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Tokens.Token;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a till becomes a terminal: by a code that works once, however many devices and processes try it at the same moment. */
@Component
public class Enrolments {

    private final Register register;
    private final EnrolmentCodes codes;
    private final Tokens tokens;
    private final AccessLog accessLog;
    private final Clock clock;

    Enrolments(Register register, EnrolmentCodes codes, Tokens tokens, AccessLog accessLog, Clock clock) {
        this.register = register;
        this.codes = codes;
        this.tokens = tokens;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * Enrols a till, by changing the terminal's state from just the version that has the code to one that has none.
     *
     * @param typed the code, in any case, with or without its separator
     * @param address the IP address it comes from
     */
    public Enrolment enrol(
            String typed, Optional<String> deviceName, Optional<String> appVersion, Optional<String> address) {
        Optional<String> enrolment = EnrolmentCodes.read(typed).map(codes::fingerprint);
        Optional<Terminal> terminal = enrolment
                .map(TerminalType::keyOf)
                .flatMap(register::holder)
                .flatMap(id -> register.state(TerminalType.TYPE, id))
                .map(Terminal::of);
        Enrolment result = terminal.isPresent()
                ? new Attempt(terminal.get(), enrolment.orElseThrow(), deviceName, appVersion, address).run()
                : new Enrolment.Refused();
        if (result instanceof Enrolment.Refused) {
            Actor actor = AccessLog.unknown(Actor.Kind.TERMINAL, deviceName.orElse(""), address);
            accessLog.record(terminal.map(Terminal::businessId), actor, Origin.TILL, "enrolment-failed");
        }
        return result;
    }

    private final class Attempt {

        private final Terminal terminal;
        private final String enrolment;
        private final Cause cause;
        private final String credential = EntityId.create().value();
        private final Map<String, @Nullable Object> fields = new HashMap<>();

        Attempt(
                Terminal terminal,
                String enrolment,
                Optional<String> deviceName,
                Optional<String> appVersion,
                Optional<String> address) {
            this.terminal = terminal;
            this.enrolment = enrolment;
            this.cause = Cause.once(terminal.principal().actor(address), Origin.TILL, "enrol");
            fields.put(TerminalType.ENROLMENT, null);
            fields.put(TerminalType.ENROLMENT_EXPIRES_AT, null);
            fields.put(TerminalType.CREDENTIAL, credential);
            fields.put(TerminalType.DEVICE_NAME, deviceName.orElse(null));
            fields.put(TerminalType.APP_VERSION, appVersion.orElse(null));
            fields.put(TerminalType.ENROLLED_AT, TerminalType.time(clock.instant()));
        }

        /** The token is there before the commit that makes it count: should the one fail, so does the other. */
        Enrolment run() {
            Token token = new Token(terminal.principal().subject(), credential, Optional.empty());
            String text = tokens.issue(token, clock.instant());
            Outcome outcome = register.onCurrent(TerminalType.TYPE, terminal.id(), this::enrol);
            if (outcome instanceof Outcome.Applied applied) {
                return new Enrolment.Enrolled(Terminal.of(applied.change().after()), text);
            }
            tokens.end(text);
            return outcome instanceof Outcome.Invalid invalid
                    ? new Enrolment.Invalid(invalid.errors())
                    : new Enrolment.Refused();
        }

        private Outcome enrol(Document current) {
            boolean works = enrolment.equals(current.getString(TerminalType.ENROLMENT))
                    && Instant.parse(current.getString(TerminalType.ENROLMENT_EXPIRES_AT))
                            .isAfter(clock.instant());
            return works
                    ? register.patch(TerminalType.TYPE, current, cause, "enrolled", fields)
                    : new Outcome.Missing();
        }
    }
}
