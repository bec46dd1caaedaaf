package io.tillsync.core.tenancy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.tillsync.audit.log.States;
import io.tillsync.core.read.SyncToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When terminals were last heard of, and what they have said that they know. It is no history: kept in the collection {@code sightings},
 * outside of the log, and written at most once a minute for each terminal. All processes share it; what another one has heard is known
 * here about a minute later.
 */
@Component
public class Sightings {

    static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);

    private final MongoCollection<Document> sightings;
    private final Clock clock;
    private final Map<String, Heard> byTerminal = new ConcurrentHashMap<>();

    Sightings(MongoDatabase database, Clock clock) {
        this.sightings = database.withCodecRegistry(States.CODECS).getCollection("sightings");
        this.clock = clock;
    }

    /**
     * The last that is known of a terminal.
     *
     * @param token the newest one that it has shown or acknowledged, encoded; empty where it never did
     */
    public record Sighting(Instant at, Optional<String> token) {

        Sighting later(Sighting other) {
            return at.isBefore(other.at)
                    ? new Sighting(other.at, other.token.or(() -> token))
                    : new Sighting(at, token.or(() -> other.token));
        }
    }

    /** What this process has heard; {@code written} is when it wrote that down last. */
    private record Heard(Sighting last, Instant written) {

        boolean isDue(Instant now) {
            return last.at().isAfter(written) && Duration.between(written, now).compareTo(WRITTEN_EVERY) >= 0;
        }
    }

    /** Somebody has called, or is connected. Costs nothing; of users nothing is kept. */
    public void heard(Subject subject) {
        add(subject, Optional.empty());
    }

    /** A terminal has said that it knows everything up to there. */
    public void stands(Subject subject, SyncToken token) {
        add(subject, Optional.of(token.encoded()));
    }

    private void add(Subject subject, Optional<String> token) {
        if (subject.kind() == Subject.Kind.TERMINAL) {
            Sighting now = new Sighting(clock.instant().truncatedTo(ChronoUnit.MILLIS), token);
            byTerminal.compute(
                    subject.id(),
                    (id, known) -> known == null
                            ? new Heard(now, Instant.EPOCH)
                            : new Heard(now.later(known.last()), known.written()));
        }
    }

    /** The last that is known of each; those never heard of are left out. */
    public Map<String, Sighting> of(Collection<String> terminalIds) {
        Map<String, Sighting> found = new HashMap<>();
        if (terminalIds.isEmpty()) {
            return found;
        }
        for (Document document : sightings.find(Filters.in("_id", terminalIds))) {
            found.put(document.getString("_id"), sighting(document));
        }
        for (String id : terminalIds) {
            Heard here = byTerminal.get(id);
            if (here != null) {
                found.merge(id, here.last(), Sighting::later);
            }
        }
        return found;
    }

    /** The last that is known of all terminals; of very many, of some. */
    Map<String, Sighting> all(int most) {
        Map<String, Sighting> found = new HashMap<>();
        sightings.find().limit(most).forEach(document -> found.put(document.getString("_id"), sighting(document)));
        byTerminal.forEach((id, heard) -> found.merge(id, heard.last(), Sighting::later));
        return found;
    }

    private static Sighting sighting(Document document) {
        return new Sighting(States.instant(document, "at"), Optional.ofNullable(document.getString("token")));
    }

    /** Shares what is due. What cannot be written now is tried again the next time. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void write() {
        Instant now = clock.instant();
        Map<String, Heard> due = new HashMap<>();
        byTerminal.forEach((id, heard) -> {
            if (heard.isDue(now)) {
                due.put(id, heard);
            }
        });
        if (!due.isEmpty() && write(due)) {
            due.keySet().forEach(id -> byTerminal.computeIfPresent(id, (same, heard) -> new Heard(heard.last(), now)));
        }
    }

    private boolean write(Map<String, Heard> due) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        due.forEach((id, heard) -> writes.add(update(id, heard.last())));
        try {
            sightings.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            return e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        } catch (MongoException e) {
            LOG.debug("Sightings are not written now: {}", e.toString());
            return false;
        }
    }

    /** Where another process has heard of the terminal later, there is a document that is not found, and so a duplicate key. */
    private static UpdateOneModel<Document> update(String id, Sighting last) {
        Bson earlier = Filters.and(Filters.eq("_id", id), Filters.lt("at", last.at()));
        Bson at = Updates.set("at", last.at());
        return new UpdateOneModel<>(
                earlier,
                last.token()
                        .map(token -> Updates.combine(at, Updates.set("token", token)))
                        .orElse(at),
                new UpdateOptions().upsert(true));
    }
}
