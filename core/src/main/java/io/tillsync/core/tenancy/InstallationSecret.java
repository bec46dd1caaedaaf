package io.tillsync.core.tenancy;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** A key that is made once for an installation, in the collection {@code secrets}; all its processes have the same. */
@Component
final class InstallationSecret {

    private static final String ID = "enrolment";
    private static final int BYTES = 32;

    private final MongoCollection<Document> secrets;
    private volatile Optional<byte[]> known = Optional.empty();

    InstallationSecret(MongoDatabase database) {
        this.secrets = database.getCollection("secrets");
    }

    byte[] key() {
        return known.orElseGet(() -> {
            byte[] key = read().or(this::make).or(this::read).orElseThrow();
            known = Optional.of(key);
            return key;
        });
    }

    private Optional<byte[]> read() {
        return Optional.ofNullable(secrets.find(eq("_id", ID)).first())
                .map(document -> document.get("key", Binary.class).getData());
    }

    /** Empty where another process was faster. */
    private Optional<byte[]> make() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            secrets.insertOne(new Document("_id", ID).append("key", new Binary(key)));
            return Optional.of(key);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
