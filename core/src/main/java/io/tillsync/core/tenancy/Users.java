package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Actor;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Rules;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import io.tillsync.core.write.Outcome.AlreadyExists;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Missing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with users. Who may do it is for the caller to ask {@link Permissions}. */
@Component
public class Users {

    private static final Offer OFFER = new Offer(
            UserType.TYPE,
            Set.of(UserType.USERNAME, UserType.ROLE, UserType.BUSINESS, UserType.STORES),
            Set.of(),
            Set.of(UserType.USERNAME, UserType.ROLE, UserType.STORES));

    private final Register register;
    private final Credentials credentials;
    private final Duties duties;
    private final InstallationSecret secret;

    Users(Register register, Credentials credentials, Duties duties, InstallationSecret secret) {
        this.register = register;
        this.credentials = credentials;
        this.duties = duties;
        this.secret = secret;
    }

    /**
     * Makes a user.
     *
     * @param fields the password among them
     */
    public Outcome create(EntityId id, Map<String, ? extends @Nullable Object> fields, Cause cause) {
        Map<String, @Nullable Object> content = new HashMap<>(fields);
        Object raw = content.remove(Passwords.FIELD);
        List<FieldError> faults = new ArrayList<>(OFFER.creationFaults(content, Map.of()));
        Passwords.fault(raw).ifPresent(faults::add);
        faults.addAll(duties.faults(
                ContentCheck.full(UserType.TYPE, content, Rules.NONE).content()));
        return faults.isEmpty() && raw instanceof String password
                ? create(id, content, password, cause)
                : new Invalid(faults);
    }

    /** By which a repeated request is known for the same, in a log that is kept for good: it helps nobody to guess the password. */
    public String sealed(String password) {
        return HexFormat.of().formatHex(Digests.hmac(secret.key(), "password/" + password));
    }

    private Outcome create(EntityId id, Map<String, @Nullable Object> content, String password, Cause cause) {
        String credential = credentials.create(password);
        content.put(UserType.CREDENTIAL, credential);
        Outcome outcome = credentials.settle(register.create(UserType.TYPE, id, content, cause), credential);
        return outcome instanceof AlreadyExists
                ? register.createdBefore(
                        OFFER, id, content, first -> credentials.matches(credentialOf(first), password))
                : outcome;
    }

    private static Optional<String> credentialOf(Document state) {
        return Optional.ofNullable(state.getString(UserType.CREDENTIAL));
    }

    /**
     * Changes name, role, the stores that the user is limited to, or the password, which ends all of the user's tokens. Nobody changes
     * their own role.
     */
    public Outcome change(String id, Base base, Map<String, ? extends @Nullable Object> patch, Cause cause) {
        Optional<Document> current = register.state(UserType.TYPE, id);
        if (current.isEmpty()) {
            return new Missing();
        }
        Map<String, @Nullable Object> fields = new HashMap<>(patch);
        boolean hasPassword = fields.containsKey(Passwords.FIELD);
        Object raw = fields.remove(Passwords.FIELD);
        List<FieldError> faults = faults(current.get(), fields, isOwn(id, cause));
        if (hasPassword) {
            Passwords.fault(raw).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            return new Invalid(faults);
        }
        return raw instanceof String password
                ? change(id, base, fields, password, cause)
                : register.change(OFFER, id, base, fields, cause);
    }

    private List<FieldError> faults(Document current, Map<String, @Nullable Object> fields, boolean isOwn) {
        List<FieldError> faults = new ArrayList<>(OFFER.patchFaults(current, fields));
        Document content = OFFER.patched(current, fields).content();
        faults.addAll(duties.faults(content));
        if (isOwn && !Objects.equals(current.get(UserType.ROLE), content.get(UserType.ROLE))) {
            faults.add(FieldError.invalid(UserType.ROLE, "is your own: ask another admin to change it"));
        }
        return faults;
    }

    private Outcome change(String id, Base base, Map<String, @Nullable Object> fields, String password, Cause cause) {
        String created = credentials.create(password);
        fields.put(UserType.CREDENTIAL, created);
        return credentials.settle(register.patch(UserType.TYPE, id, base, cause, "password-changed", fields), created);
    }

    /** Ends all of the user's tokens, for good, and refuses their log-in. Nobody locks themselves out. */
    public Outcome disable(String id, Cause cause) {
        return isOwn(id, cause)
                ? new Invalid(List.of(FieldError.invalid(UserType.DISABLED, "is your own: ask another admin")))
                : register.onCurrent(UserType.TYPE, id, current -> disable(current, cause));
    }

    private Outcome disable(Document current, Cause cause) {
        User user = User.of(current);
        if (user.isDisabled() || user.credential().isEmpty()) {
            return register.patch(UserType.TYPE, current, cause, "user-disabled", Map.of(UserType.DISABLED, true));
        }
        String renewed = credentials.renew(user.credential().get());
        Map<String, Object> fields = Map.of(UserType.DISABLED, true, UserType.CREDENTIAL, renewed);
        return credentials.settle(register.patch(UserType.TYPE, current, cause, "user-disabled", fields), renewed);
    }

    /** Lets the user log in again, with the password from before. */
    public Outcome enable(String id, Cause cause) {
        return register.onCurrent(
                UserType.TYPE,
                id,
                current -> register.patch(
                        UserType.TYPE, current, cause, "user-enabled", Map.of(UserType.DISABLED, false)));
    }

    /** Whether that is the password of a user who can log in. Takes as long where there is no such user. */
    public boolean hasPassword(String id, String password) {
        return credentials.matches(
                register.state(UserType.TYPE, id).map(User::of).flatMap(User::validCredential), password);
    }

    /** Ends all of the user's tokens, on all devices; the password stays. */
    public Outcome logOutEverywhere(String id, Cause cause) {
        return register.onCurrent(UserType.TYPE, id, current -> {
            String renewed = credentials.renew(credentialOf(current).orElse(""));
            Map<String, Object> fields = Map.of(UserType.CREDENTIAL, renewed);
            return credentials.settle(
                    register.patch(UserType.TYPE, current, cause, "logged-out-everywhere", fields), renewed);
        });
    }

    private static boolean isOwn(String id, Cause cause) {
        return cause.actor().kind() == Actor.Kind.USER && cause.actor().id().equals(id);
    }
}
