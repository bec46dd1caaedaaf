package io.tillsync.console.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Whether the database can be written to now. */
@Component
public class DatabaseState {

    private static final long PATIENCE_MILLIS = 2_000;

    private static final Pattern CAUSE = Pattern.compile("caused by \\{([^{}]+)}");

    private final MongoDatabase database;

    DatabaseState(MongoDatabase database) {
        this.database = database.withTimeout(PATIENCE_MILLIS, MILLISECONDS);
    }

    /** Asks the primary, for at most two seconds. Empty where it answers, else why not, in a few words. */
    public Optional<String> fault() {
        try {
            database.runCommand(new Document("ping", 1));
            return Optional.empty();
        } catch (MongoException | IllegalStateException e) { // The latter where the client is being closed.
            return Optional.of(brief(String.valueOf(e.getMessage())));
        }
    }

    /** The driver tells all that it knows of every server; what it was that failed stands last. */
    private static String brief(String message) {
        return CAUSE.matcher(message)
                .results()
                .reduce((first, last) -> last)
                .map(cause -> cause.group(1))
                .orElse(message);
    }
}
