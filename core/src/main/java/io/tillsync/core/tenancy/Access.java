package io.tillsync.core.tenancy;

import java.util.Optional;

/** Somebody or something that can call, as long as it has a credential. */
sealed interface Access permits User, Terminal {

    /** The one that counts now: tokens that were given for any other have ended. Empty where none counts. */
    Optional<String> validCredential();

    /** Who the caller is with that credential. */
    Principal principal();

    default Optional<Principal> principal(String credential) {
        return validCredential().filter(credential::equals).map(valid -> principal());
    }

    /** Whether connections made with the access before have to be cut, because it has ended or is for something else now. */
    default boolean ends(Access before) {
        return before.validCredential().isPresent()
                && !(before.validCredential().equals(validCredential())
                        && principal().hasAccessOf(before.principal()));
    }
}
