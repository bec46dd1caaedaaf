package io.tillsync.core.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Change.Op;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.States;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Folds a log in the plainest way there is, one commit after the other, and holds everything that is stored of it against the result.
 */
public final class Agreement {

    private final LogId log;
    private final EntityTypes types;
    private final Map<String, Map<String, Document>> projected = new TreeMap<>();
    private final Map<String, Document> values = new TreeMap<>();
    private final Map<String, Document> operations = new TreeMap<>();
    private Map<String, String> holders = new HashMap<>();

    private Agreement(LogId log, EntityTypes types) {
        this.log = log;
        this.types = types;
        types.all().forEach(type -> projected.put(type.name(), new TreeMap<>()));
    }

    /** Fails where log, states, unique values, counts, versions and operations do not agree in everything. */
    public static void check(MongoDatabase database, LogId log) {
        check(database, log, TestProcess.TYPES);
    }

    public static void check(MongoDatabase database, LogId log, EntityTypes types) {
        Commits commits = new Commits(database);
        assertThat(commits.verify(log)).as("chain of %s", log).isEmpty();
        List<Commit> all = StoredLog.commits(commits, log);
        assertThat(all).as("gapless").hasSize((int) count(database, log));
        Agreement model = new Agreement(log, types);
        Instant before = Instant.EPOCH;
        for (Commit commit : all) {
            assertThat(commit.at()).as("time of %s", commit.id()).isAfterOrEqualTo(before);
            before = commit.at();
            model.take(commit);
        }
        types.all()
                .forEach(type -> assertThat(stored(database, type.name(), log))
                        .as(type.name())
                        .isEqualTo(model.projected.get(type.name())));
        assertThat(stored(database, "unique-values", log)).as("unique values").isEqualTo(model.values);
        assertThat(stored(database, "operations", log)).as("operations").isEqualTo(model.operations);
    }

    private static long count(MongoDatabase database, LogId log) {
        return stored(database, "commits", log).size();
    }

    /** All documents of a log in a collection, by their ids. */
    static Map<String, Document> stored(MongoDatabase database, String collection, LogId log) {
        Map<String, Document> found = new TreeMap<>();
        for (Document document : database.withCodecRegistry(States.CODECS)
                .getCollection(collection)
                .find()) {
            if (document.getString("_id").startsWith(log.value() + "/")) {
                found.put(document.getString("_id"), document);
            }
        }
        return found;
    }

    private void take(Commit commit) {
        commit.changes().forEach(change -> take(commit, change));
        takeHolders(commit);
        String operation = log.value() + "/" + commit.operation().id();
        Document made = new Document("_id", operation)
                .append("seq", commit.seq().value())
                .append("at", commit.at());
        assertThat(operations.put(operation, made))
                .as("%s is done once", operation)
                .isNull();
        assertThat(withoutZeros(commit.counts()))
                .as("counts of %s", commit.id())
                .isEqualTo(counts());
    }

    private void take(Commit commit, Change change) {
        String id = log.value() + "/" + change.entityId();
        Map<String, Document> ofType = projected.get(change.entityType());
        Optional<Document> before = Optional.ofNullable(ofType.get(id)).map(Agreement::state);
        assertThat(change.before()).as("before of %s in %s", id, commit.id()).isEqualTo(before);
        assertThat(change.syncVersion())
                .isEqualTo(before.map(state -> state.getLong("syncVersion")).orElse(0L) + 1);
        assertThat(change.after().getLong("syncVersion")).isEqualTo(change.syncVersion());
        assertThat(change.after().getLong("seq")).isEqualTo(commit.seq().value());
        boolean wasActive = before.isPresent() && !before.get().containsKey("deletedAt");
        assertThat(change.op() == Op.CREATED).isEqualTo(before.isEmpty());
        assertThat(change.op() == Op.RESTORED).isEqualTo(before.isPresent() && !wasActive);
        assertThat(change.op() == Op.DELETED).isEqualTo(change.after().containsKey("deletedAt"));
        Document current = new Document("seq", commit.seq().value())
                .append("log", log.value())
                .append("active", change.op() != Op.DELETED)
                .append("state", change.after());
        addSearchKeys(current, types.get(change.entityType()), change.after());
        Document was = ofType.put(id, new Document("_id", id).append("current", current));
        assertThat(was == null || seq(was) < commit.seq().value())
                .as("%s once in %s", id, commit.id())
                .isTrue();
    }

    private static void addSearchKeys(Document current, EntityType type, Document state) {
        if (!type.words().isEmpty()) {
            List<String> words = new ArrayList<>();
            type.words()
                    .forEach(name -> Optional.ofNullable(state.getString(name))
                            .ifPresent(text -> words.addAll(Texts.words(text))));
            current.append("words", words);
        }
        Document sort = new Document();
        boolean sorted = false;
        for (Field field : type.fields().values()) {
            if (field.sortable() && field.kind() instanceof Kind.Text) {
                sorted = true;
                Optional.ofNullable(state.getString(field.name()))
                        .ifPresent(text -> sort.append(field.name(), Texts.folded(text)));
            }
        }
        if (sorted) {
            current.append("sort", sort);
        }
    }

    private static long seq(Document projection) {
        return projection.get("current", Document.class).getLong("seq");
    }

    private static Document state(Document projection) {
        return projection.get("current", Document.class).get("state", Document.class);
    }

    /** Whoever holds a value now is found by looking at everything that is active; what has changed hands did so in this commit. */
    private void takeHolders(Commit commit) {
        Map<String, String> now = new HashMap<>();
        types.all()
                .forEach(type -> projected.get(type.name()).values().stream()
                        .filter(Agreement::isActive)
                        .map(Agreement::state)
                        .forEach(state -> type.uniques().stream()
                                .flatMap(unique -> unique.key(state).stream())
                                .forEach(key -> assertThat(now.put(log.value() + "/" + key, state.getString("id")))
                                        .as("only one holds %s", key)
                                        .isNull())));
        for (String key : union(holders, now)) {
            if (!Optional.ofNullable(holders.get(key)).equals(Optional.ofNullable(now.get(key)))) {
                Document current = new Document("seq", commit.seq().value());
                Optional.ofNullable(now.get(key)).ifPresent(holder -> current.append("holder", holder));
                values.put(key, new Document("_id", key).append("current", current));
            }
        }
        holders = now;
    }

    private static List<String> union(Map<String, String> one, Map<String, String> other) {
        List<String> keys = new ArrayList<>(one.keySet());
        other.keySet().stream().filter(key -> !one.containsKey(key)).forEach(keys::add);
        return keys;
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        projected.forEach((type, documents) -> {
            long active =
                    documents.values().stream().filter(Agreement::isActive).count();
            if (active > 0) {
                counts.put(type, active);
            }
        });
        return counts;
    }

    private static boolean isActive(Document projection) {
        return projection.get("current", Document.class).getBoolean("active");
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> counts) {
        Map<String, Long> positive = new TreeMap<>(counts);
        positive.values().removeIf(count -> count == 0);
        return positive;
    }
}
