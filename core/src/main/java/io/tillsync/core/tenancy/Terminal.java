package io.tillsync.core.tenancy;

import io.tillsync.core.type.SystemFields;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * A till of a store.
 *
 * @param credential names what its token was given for; empty until it has enrolled
 */
public record Terminal(
        String id, String name, String storeId, String businessId, boolean isRevoked, Optional<String> credential)
        implements Access {

    static Terminal of(Document state) {
        return new Terminal(
                SystemFields.id(state),
                state.getString("name"),
                state.getString(TerminalType.STORE),
                state.getString(TerminalType.BUSINESS),
                state.getBoolean(TerminalType.REVOKED, false),
                Optional.ofNullable(state.getString(TerminalType.CREDENTIAL)));
    }

    @Override
    public Optional<String> validCredential() {
        return isRevoked ? Optional.empty() : credential;
    }

    @Override
    public Principal principal() {
        return new Principal(
                new Subject(Subject.Kind.TERMINAL, id), name, Role.TERMINAL, Optional.of(businessId), Set.of(storeId));
    }

    Scope scope() {
        return Scope.store(businessId, storeId);
    }
}
