package io.tillsync.core.write;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.type.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The state of a log while requests are judged: what is projected, and above it what the batch has changed so far. A view above another
 * one can be thrown away, with all that was changed in it.
 */
final class View {

    private final @Nullable View below;
    private final Home home;
    private final Projections projections;
    private final EntityTypes types;
    private final Map<EntityKey, Optional<Document>> states = new HashMap<>();
    private final Map<EntityKey, List<Change>> changes = new HashMap<>();
    private final Map<String, Optional<String>> holders = new HashMap<>();

    /**
     * Names an entity among those of a home.
     *
     * @param type which also says in which log the entity lives
     */
    record EntityKey(String type, String id) {}

    private View(@Nullable View below, Home home, Projections projections, EntityTypes types) {
        this.below = below;
        this.home = home;
        this.projections = projections;
        this.types = types;
    }

    static View of(Home home, Projections projections, EntityTypes types) {
        return new View(null, home, projections, types);
    }

    View above() {
        return new View(this, home, projections, types);
    }

    /** Keeps in the view below what was changed in this one. */
    void settle() {
        View target = Objects.requireNonNull(below);
        target.states.putAll(states);
        changes.forEach((key, made) ->
                target.changes.computeIfAbsent(key, entity -> new ArrayList<>()).addAll(made));
        target.holders.putAll(holders);
    }

    Optional<Document> state(EntityKey key) {
        Optional<Document> known = states.get(key);
        if (known != null) {
            return known;
        }
        if (below != null) {
            return below.state(key);
        }
        Optional<Document> loaded = projections.state(logOf(key.type()), key.type(), key.id());
        states.put(key, loaded);
        return loaded;
    }

    private LogId logOf(String type) {
        return home.log(types.get(type).level());
    }

    boolean isActive(EntityKey key) {
        return state(key).filter(SystemFields::isActive).isPresent();
    }

    /** Who holds a unique value of this log. */
    Optional<String> holder(String value) {
        Optional<String> known = holders.get(value);
        if (known != null) {
            return known;
        }
        if (below != null) {
            return below.holder(value);
        }
        Optional<String> loaded = Optional.ofNullable(
                projections.holders(home.log(), List.of(value)).get(value));
        holders.put(value, loaded);
        return loaded;
    }

    /** Loads at once what will be asked for. */
    void load(Set<EntityKey> entities, Set<String> values) {
        Map<String, Set<String>> idsByType = new HashMap<>();
        for (EntityKey key : entities) {
            if (!states.containsKey(key)) {
                idsByType.computeIfAbsent(key.type(), type -> new HashSet<>()).add(key.id());
            }
        }
        idsByType.forEach((type, ids) -> {
            Map<String, Document> found = projections.states(logOf(type), type, ids);
            ids.forEach(id -> states.put(new EntityKey(type, id), Optional.ofNullable(found.get(id))));
        });
        Map<String, String> found = projections.holders(home.log(), values);
        values.forEach(value -> holders.put(value, Optional.ofNullable(found.get(value))));
    }

    /** Takes over the state that a change leaves, so that what is judged next sees it. */
    void apply(Change change) {
        EntityKey key = new EntityKey(change.entityType(), change.entityId());
        states.put(key, Optional.of(change.after()));
        changes.computeIfAbsent(key, entity -> new ArrayList<>()).add(change);
    }

    /**
     * Gives the unique values of changes that are one commit to their new holders: what one of them gives up, another can take.
     *
     * @return the value that is already held by somebody else; then the view is to be thrown away
     */
    Optional<Claim> claim(List<Change> commit) {
        for (Change change : commit) {
            if (change.op().findsActive()) {
                change.before()
                        .ifPresent(before ->
                                claims(change, before).forEach(claim -> holders.put(claim.key(), Optional.empty())));
            }
        }
        for (Change change : commit) {
            if (!change.op().leavesActive()) {
                continue;
            }
            for (Claim claim : claims(change, change.after()).toList()) {
                Optional<String> holder = holder(claim.key()).filter(id -> !id.equals(change.entityId()));
                if (holder.isPresent()) {
                    return Optional.of(claim.heldBy(holder.get()));
                }
                holders.put(claim.key(), Optional.of(change.entityId()));
            }
        }
        return Optional.empty();
    }

    /**
     * A unique value that a change claims.
     *
     * @param holderId of the entity that has it
     */
    record Claim(String key, Unique unique, Change change, String holderId) {
        Claim heldBy(String id) {
            return new Claim(key, unique, change, id);
        }

        Object value() {
            return Objects.requireNonNull(change.after().get(unique.field()));
        }
    }

    private Stream<Claim> claims(Change change, Document state) {
        return types.get(change.entityType()).uniques().stream()
                .flatMap(unique ->
                        unique.key(state).stream().map(key -> new Claim(key, unique, change, change.entityId())));
    }

    /** What this batch has done to an entity, in order. */
    List<Change> changesOf(EntityKey key) {
        List<Change> all = new ArrayList<>(below == null ? List.of() : below.changesOf(key));
        all.addAll(changes.getOrDefault(key, List.of()));
        return all;
    }

    /** An active entity of the same log that points to the target. */
    Optional<EntityKey> referrer(EntityType target, String targetId) {
        Map<EntityKey, Document> changed = changedStates();
        return types.referrers(target).entrySet().stream()
                .flatMap(entry -> referrers(entry.getKey(), entry.getValue(), targetId, changed))
                .findFirst();
    }

    private Stream<EntityKey> referrers(
            EntityType type, List<String> fields, String targetId, Map<EntityKey, Document> changed) {
        Stream<EntityKey> fromBatch = changed.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(type.name()))
                .filter(entry ->
                        SystemFields.isActive(entry.getValue()) && pointsTo(entry.getValue(), fields, targetId))
                .map(Map.Entry::getKey);
        Stream<EntityKey> projected =
                projections.referrers(home.log(), type, fields, targetId, changed.size() + 1).stream()
                        .map(state -> new EntityKey(type.name(), SystemFields.id(state)))
                        .filter(key -> !changed.containsKey(key));
        return Stream.concat(fromBatch, projected);
    }

    private static boolean pointsTo(Document state, List<String> fields, String targetId) {
        return fields.stream()
                .map(state::get)
                .anyMatch(value -> targetId.equals(value) || (value instanceof List<?> ids && ids.contains(targetId)));
    }

    private Map<EntityKey, Document> changedStates() {
        Map<EntityKey, Document> changed = below == null ? new HashMap<>() : below.changedStates();
        changes.forEach((key, made) -> changed.put(key, made.getLast().after()));
        return changed;
    }
}
