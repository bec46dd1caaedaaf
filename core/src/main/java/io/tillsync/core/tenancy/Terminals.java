package io.tillsync.core.tenancy;

import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import io.tillsync.core.write.Outcome.AlreadyExists;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Refused;
import io.tillsync.core.write.Outcome.Unchanged;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with terminals by those who set them up. Who may do it is for the caller to ask {@link Permissions}. */
@Component
public class Terminals {

    private static final Offer OFFER = new Offer(
            TerminalType.TYPE, Set.of("name"), Set.of(TerminalType.STORE, TerminalType.BUSINESS), Set.of("name"));

    /** How many versions back the one is looked for that was given the code. */
    private static final long MOST_RENAMES = 50;

    private final Register register;
    private final EnrolmentCodes codes;
    private final Openings openings;
    private final TenancyProperties properties;
    private final Clock clock;

    Terminals(Register register, EnrolmentCodes codes, Openings openings, TenancyProperties properties, Clock clock) {
        this.register = register;
        this.codes = codes;
        this.openings = openings;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What became of a terminal that was to get a code.
     *
     * @param code empty where it was refused, or where a repeated call finds its code used or replaced
     */
    public record Issued(Outcome outcome, Optional<EnrolmentCode> code) {}

    /** Makes a terminal in a store, with a code that it can enrol with once. */
    public Issued create(EntityId id, Scope scope, Map<String, ? extends @Nullable Object> fields, Cause cause) {
        Map<String, String> place =
                Map.of(TerminalType.STORE, scope.storeId().orElseThrow(), TerminalType.BUSINESS, scope.businessId());
        List<FieldError> faults = OFFER.creationFaults(fields, place);
        if (!faults.isEmpty()) {
            return new Issued(new Invalid(faults), Optional.empty());
        }
        Map<String, @Nullable Object> content = new HashMap<>(fields);
        content.putAll(place);
        content.putAll(withCode(id.value(), 1));
        Outcome made = register.create(TerminalType.TYPE, id, content, cause);
        Outcome outcome =
                made instanceof AlreadyExists ? register.createdBefore(OFFER, id, content, first -> true) : made;
        if (!(outcome instanceof Refused)) {
            openings.open(scope, cause);
        }
        return issued(outcome);
    }

    private Map<String, String> withCode(String id, long syncVersion) {
        Instant expiresAt = clock.instant().plus(properties.enrolmentLasts());
        return Map.of(
                TerminalType.ENROLMENT, codes.fingerprint(codes.code(id, syncVersion)),
                TerminalType.ENROLMENT_EXPIRES_AT, TerminalType.time(expiresAt));
    }

    private Issued issued(Outcome outcome) {
        return switch (outcome) {
            case Applied applied -> new Issued(outcome, code(applied.change().after()));
            case Unchanged unchanged -> new Issued(outcome, code(firstVersion(unchanged.state())));
            case Refused refused -> new Issued(outcome, Optional.empty());
        };
    }

    private static Document firstVersion(Document state) {
        return new Document(state).append(SystemFields.SYNC_VERSION, 1L);
    }

    /** The code that a version of a terminal was given, as long as it is the one to enrol with. */
    private Optional<EnrolmentCode> code(Document version) {
        String id = SystemFields.id(version);
        String code = codes.code(id, SystemFields.version(version));
        return register.state(TerminalType.TYPE, id)
                .filter(current -> codes.fingerprint(code).equals(current.getString(TerminalType.ENROLMENT)))
                .map(current -> new EnrolmentCode(code, expiresAt(current)));
    }

    /** The code that the terminal can enrol with at present, for who has to be shown it again; empty where it has none or it is too old. */
    public Optional<EnrolmentCode> openCode(String id) {
        Optional<Document> current = register.state(TerminalType.TYPE, id)
                .filter(state -> state.getString(TerminalType.ENROLMENT) != null)
                .filter(state -> expiresAt(state).isAfter(clock.instant()));
        return current.flatMap(state -> LongStream.iterate(SystemFields.version(state), version -> version - 1)
                .limit(Math.min(SystemFields.version(state), MOST_RENAMES))
                .mapToObj(version -> codes.code(id, version))
                .filter(code -> codes.fingerprint(code).equals(state.getString(TerminalType.ENROLMENT)))
                .findFirst()
                .map(code -> new EnrolmentCode(code, expiresAt(state))));
    }

    private static Instant expiresAt(Document state) {
        return Instant.parse(state.getString(TerminalType.ENROLMENT_EXPIRES_AT));
    }

    /** Changes the name. */
    public Outcome change(String id, Base base, Map<String, ? extends @Nullable Object> patch, Cause cause) {
        return register.change(OFFER, id, base, patch, cause);
    }

    /** Gives a new code, for another device or one that has lost its token. The earlier code no longer works; the token does until then. */
    public Issued renewCode(String id, Cause cause) {
        return issued(register.onCurrent(TerminalType.TYPE, id, current -> {
            if (Terminal.of(current).isRevoked()) {
                return new Invalid(List.of(FieldError.invalid(
                        TerminalType.REVOKED, "is set for good; make another terminal in its place")));
            }
            Map<String, String> code = withCode(id, SystemFields.version(current) + 1);
            return register.patch(TerminalType.TYPE, current, cause, "code-renewed", code);
        }));
    }

    /** Ends the terminal's token and its code, for good. */
    public Outcome revoke(String id, Cause cause) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(TerminalType.REVOKED, true);
        fields.put(TerminalType.CREDENTIAL, null);
        fields.put(TerminalType.ENROLMENT, null);
        fields.put(TerminalType.ENROLMENT_EXPIRES_AT, null);
        return register.onCurrent(
                TerminalType.TYPE,
                id,
                current -> register.patch(TerminalType.TYPE, current, cause, "terminal-revoked", fields));
    }
}
