package io.tillsync.console.database;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which MongoDB server holds everything.
 *
 * @param uri its connection string, which may name the database and hold the driver's own options; absent in demo mode
 */
@ConfigurationProperties("tillsync.mongodb")
record MongodbProperties(@Nullable String uri) {

    private static final String RULE = "tillsync.mongodb.uri must be a MongoDB connection string, such as"
            + " mongodb://user:password@host:27017/tillsync (special characters of a password percent-encoded)";

    MongodbProperties {
        if (uri != null) {
            parse(uri);
        }
    }

    Optional<ConnectionString> connection() {
        return Optional.ofNullable(uri).map(MongodbProperties::parse);
    }

    private static ConnectionString parse(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException | MongoException e) {
            // The driver may repeat parts of the string, so of the password, if there is one.
            throw new IllegalArgumentException(
                    uri.contains("@") ? RULE : RULE + ". The driver says: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "MongodbProperties"; // The string can hold a password.
    }
}
