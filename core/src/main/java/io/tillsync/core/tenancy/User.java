package io.tillsync.core.tenancy;

import io.tillsync.core.type.SystemFields;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * Somebody who logs in.
 *
 * @param stores those that the user is limited to; empty where all of the business are meant
 * @param credential names the password that holds, and with it the tokens that were given for it
 */
public record User(
        String id,
        String username,
        Role role,
        Optional<String> businessId,
        Set<String> stores,
        boolean isDisabled,
        Optional<String> credential)
        implements Access {

    static User of(Document state) {
        return new User(
                SystemFields.id(state),
                state.getString(UserType.USERNAME),
                Role.of(state.getString(UserType.ROLE)),
                Optional.ofNullable(state.getString(UserType.BUSINESS)),
                Set.copyOf(UserType.stores(state)),
                state.getBoolean(UserType.DISABLED, false),
                Optional.ofNullable(state.getString(UserType.CREDENTIAL)));
    }

    @Override
    public Optional<String> validCredential() {
        return isDisabled ? Optional.empty() : credential;
    }

    @Override
    public Principal principal() {
        return new Principal(new Subject(Subject.Kind.USER, id), username, role, businessId, stores);
    }
}
