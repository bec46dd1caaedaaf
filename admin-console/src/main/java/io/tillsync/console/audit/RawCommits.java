package io.tillsync.console.audit;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A commit as it is kept, as JSON; of what leads to secrets only that it is there. */
@Component
class RawCommits {

    private static final String HIDDEN = "…";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final EntityTypes types;

    RawCommits(EntityTypes types) {
        this.types = types;
    }

    /** @param isOfWholeLog else what it counts are also the entities of others */
    String json(Commit commit, List<Change> changes, boolean isOfWholeLog) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("log", commit.log().value());
        raw.put("seq", commit.seq().value());
        raw.put("batch", commit.batch().value());
        raw.put("at", commit.at().toString());
        raw.put("actor", actor(commit.actor()));
        raw.put("origin", word(commit.origin()));
        raw.put("operation", commit.operation().id());
        raw.put("fingerprint", commit.operation().fingerprint());
        commit.event().ifPresent(event -> raw.put("event", event));
        commit.note().ifPresent(note -> raw.put("note", note));
        commit.request().ifPresent(request -> raw.put("request", request));
        raw.put("changes", changes.stream().map(this::change).toList());
        if (isOfWholeLog) {
            raw.put("counts", new TreeMap<>(commit.counts()));
        }
        raw.put("previous", commit.previous().value());
        raw.put("hash", commit.hash().value());
        return JSON.writeValueAsString(raw);
    }

    private static Map<String, Object> actor(Actor actor) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("kind", word(actor.kind()));
        raw.put("id", actor.id());
        raw.put("name", actor.name());
        actor.role().ifPresent(role -> raw.put("role", role));
        actor.address().ifPresent(address -> raw.put("address", address));
        return raw;
    }

    private Map<String, Object> change(Change change) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("entityType", change.entityType());
        raw.put("entityId", change.entityId());
        raw.put("op", word(change.op()));
        raw.put("syncVersion", change.syncVersion());
        change.before().ifPresent(before -> raw.put("before", state(change.entityType(), before)));
        raw.put("after", state(change.entityType(), change.after()));
        raw.put("changed", change.changed());
        return raw;
    }

    private Document state(String type, Document state) {
        Document shown = new Document(state);
        types.find(type).stream()
                .flatMap(known -> known.fields().values().stream())
                .filter(Field::hidden)
                .filter(field -> shown.containsKey(field.name()))
                .forEach(field -> shown.put(field.name(), HIDDEN));
        return shown;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
