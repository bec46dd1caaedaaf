package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Place;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** What entities are called now, also deleted ones: found with one question for each type. */
@Component
class Names {

    private final Projections projections;
    private final EntityTypes types;
    private final AuditLogs logs;

    Names(Projections projections, EntityTypes types, AuditLogs logs, Directory directory) {
        this.projections = projections;
        this.types = types;
        this.logs = logs;
    }

    /** An entity, as it is named in what was written to a log. */
    record Named(LogId from, String type, String id) {}

    /** The names that are known, of those that were asked for. */
    final class Known {

        private final Place place;
        private final Map<Key, Document> states = new HashMap<>();

        private Known(Place place) {
            this.place = place;
        }

        private record Key(LogId log, String type, String id) {}

        private Optional<Key> key(Named named) {
            return types.find(named.type())
                    .map(type -> new Key(logs.home(place, named.from(), type), named.type(), named.id()));
        }

        private Set<Key> load(Set<Key> wanted) {
            Set<Key> missing = new HashSet<>(wanted);
            missing.removeAll(states.keySet());
            missing.stream()
                    .collect(Collectors.groupingBy(key -> new Key(key.log(), key.type(), "")))
                    .forEach((of, keys) -> projections
                            .states(
                                    of.log(),
                                    of.type(),
                                    keys.stream().map(Key::id).toList())
                            .forEach((id, state) -> states.put(new Key(of.log(), of.type(), id), state)));
            return missing;
        }

        /** A stock is called after its product, and so on. */
        private Set<Key> called(Set<Key> keys) {
            return keys.stream()
                    .filter(states::containsKey)
                    .flatMap(key -> namesake(key.log(), types.get(key.type()), state(key)).stream())
                    .collect(Collectors.toSet());
        }

        private Document state(Key key) {
            return Optional.ofNullable(states.get(key)).orElseGet(Document::new);
        }

        private Optional<Key> namesake(LogId from, EntityType type, Document state) {
            return nameField(type).isPresent()
                    ? Optional.empty()
                    : type.references().entrySet().stream()
                            .filter(field -> state.get(field.getKey()) instanceof String)
                            .findFirst()
                            .flatMap(field ->
                                    key(new Named(from, field.getValue().type(), state.getString(field.getKey()))));
        }

        /** What it is called; its id where it is not there, or not the visitor's to know. */
        String of(Named named) {
            return key(named).flatMap(this::find).orElse(named.id());
        }

        private Optional<String> find(Key key) {
            EntityType type = types.get(key.type());
            Document state = state(key);
            boolean isHidden =
                    type.level() == Level.INSTALLATION && !place.permissions().sees(type, state);
            if (state.isEmpty() || isHidden) {
                return Optional.empty();
            }
            return name(type, state).or(() -> namesake(key.log(), type, state).flatMap(this::find));
        }

        /** What an entity was called in a state of it. */
        String in(LogId from, EntityType type, Document state, String id) {
            return name(type, state)
                    .or(() -> namesake(from, type, state).flatMap(this::find))
                    .orElse(id);
        }
    }

    Known of(Place place, Collection<Named> wanted) {
        Known known = new Known(place);
        Set<Known.Key> keys =
                wanted.stream().flatMap(named -> known.key(named).stream()).collect(Collectors.toSet());
        known.load(known.called(known.load(keys)));
        return known;
    }

    private static Optional<String> nameField(EntityType type) {
        return type.words().stream().findFirst();
    }

    private static Optional<String> name(EntityType type, Document state) {
        return nameField(type).flatMap(field -> Optional.ofNullable(state.getString(field)));
    }
}
