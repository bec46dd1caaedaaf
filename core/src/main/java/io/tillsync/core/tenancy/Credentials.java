package io.tillsync.core.tenancy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Outcome;
import java.util.Optional;
import org.bson.Document;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords, hashed, in the collection {@code credentials}: outside of the log, which is never forgotten and is shown to auditors. A
 * credential is made before the commit that names it, so that a password holds from that commit on, and no longer than to the next one
 * that names another.
 */
@Component
final class Credentials {

    /** The form of a hash that no password has, of the usual cost: a wrong name takes as long as a wrong password. */
    private static final String NOBODYS = "{bcrypt}$2a$10$" + "/".repeat(53);

    private static final String PASSWORD = "password";

    private final MongoCollection<Document> credentials;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    Credentials(MongoDatabase database) {
        this.credentials = database.getCollection("credentials");
    }

    /** Keeps a password, and gives the new credential's id. */
    String create(String password) {
        return keep(encoder.encode(password));
    }

    /** A new credential with the same password: the tokens that were given for the old one do not hold for it. */
    String renew(String credential) {
        return keep(hash(credential).orElse(NOBODYS));
    }

    private String keep(String hash) {
        String id = EntityId.create().value();
        credentials.insertOne(new Document("_id", id).append(PASSWORD, hash));
        return id;
    }

    private Optional<String> hash(String credential) {
        return Optional.ofNullable(
                        credentials.find(Filters.eq("_id", credential)).first())
                .map(document -> document.getString(PASSWORD));
    }

    /** Whether the password is that of the credential; takes as long where there is none. */
    boolean matches(Optional<String> credential, String password) {
        String hash = credential.flatMap(this::hash).orElse(NOBODYS);
        return encoder.matches(Passwords.isTooLong(password) ? "" : password, hash);
    }

    /** Drops those of the two credentials around a change that it has left unused. */
    Outcome settle(Outcome outcome, String created) {
        switch (outcome) {
            case Outcome.Applied applied -> {
                String used = applied.change().after().getString(UserType.CREDENTIAL);
                applied.change().before().map(before -> before.getString(UserType.CREDENTIAL)).stream()
                        .filter(old -> !old.equals(used))
                        .forEach(this::drop);
                dropUnless(created.equals(used), created);
            }
            case Outcome.Unchanged unchanged ->
                dropUnless(created.equals(unchanged.state().getString(UserType.CREDENTIAL)), created);
            case Outcome.Refused refused -> drop(created);
        }
        return outcome;
    }

    private void dropUnless(boolean used, String credential) {
        if (!used) {
            drop(credential);
        }
    }

    private void drop(String credential) {
        credentials.deleteOne(Filters.eq("_id", credential));
    }
}
