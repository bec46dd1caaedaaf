package io.tillsync.core.read;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.type.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Current states: one by its id, or pages of a search. */
@Component
public class Entities {

    private static final int BATCH = 500;
    private static final String HIGHEST = "\uffff";

    private final Projections projections;

    public Entities(Projections projections) {
        this.projections = projections;
    }

    /** The current state, a tombstone too; empty where there never was such an entity. */
    public Optional<Document> find(LogId log, EntityType type, String id) {
        return projections.state(log, type.name(), id);
    }

    /** The current states of those of the ids that have one, tombstones too, with one question. */
    public Map<String, Document> find(LogId log, EntityType type, Collection<String> ids) {
        return projections.states(log, type.name(), ids);
    }

    /** Some active entities that point to one of a type of the same log, by the type that they are of; at most {@code limit} of each. */
    public Map<EntityType, List<Document>> referrers(
            LogId log, Map<EntityType, List<String>> fields, String targetId, int limit) {
        Map<EntityType, List<Document>> found = new LinkedHashMap<>();
        fields.forEach((type, names) -> {
            List<Document> states = projections.referrers(log, type, names, targetId, limit);
            if (!states.isEmpty()) {
                found.put(type, states);
            }
        });
        return found;
    }

    /** The active entity that alone has the text as one of its codes; empty where there is none, or more than one. */
    public Optional<Document> byCode(LogId log, EntityType type, String text) {
        Set<String> ids = new HashSet<>();
        for (String code : type.codes()) {
            Document asked = new Document(code, text.strip());
            type.uniques().stream()
                    .filter(unique -> unique.fields().equals(List.of(code)))
                    .findFirst()
                    .flatMap(unique -> unique.key(asked))
                    .ifPresentOrElse(
                            key -> ids.addAll(
                                    projections.holders(log, List.of(key)).values()),
                            () -> list(log, type, having(code, text.strip()), Optional.empty(), 2)
                                    .states()
                                    .forEach(state -> ids.add(SystemFields.id(state))));
        }
        List<Document> active = find(log, type, ids).values().stream()
                .filter(SystemFields::isActive)
                .toList();
        return active.size() == 1 ? Optional.of(active.getFirst()) : Optional.empty();
    }

    private static Query having(String field, Object value) {
        return new Query("", Map.of(field, value), Map.of(), Optional.empty(), false);
    }

    /**
     * What is looked for, and in which order.
     *
     * @param text words that all have to begin a word of the entity, or an exact code; empty for no such condition
     * @param equal the values that fields must have
     * @param among by field, values of which it must have one
     * @param sort a sortable field; empty for the order of ids
     */
    public record Query(
            String text,
            Map<String, Object> equal,
            Map<String, Set<String>> among,
            Optional<Field> sort,
            boolean descending) {

        /** The same, of such entities only. */
        public Query among(Map<String, Set<String>> values) {
            return new Query(text, equal, values, sort, descending);
        }
    }

    /**
     * A place in an ordered list.
     *
     * @param value of the field sorted by; absent where the entity has none, or where the list is in the order of ids
     */
    public record Place(@Nullable Object value, String id) {

        /**
         * A place that a client has kept, with its value as text.
         *
         * @throws IllegalArgumentException where the text is no value of the field, or one that the database cannot compare with
         */
        public static Place read(Optional<Field> sort, @Nullable String value, String id) {
            return new Place(value == null ? null : value(sort.orElseThrow(IllegalArgumentException::new), value), id);
        }

        private static Object value(Field sort, String text) {
            return switch (sort.kind()) {
                case Kind.Money money -> number(text);
                case Kind.Decimal decimal -> number(text);
                case Kind.Whole whole -> Long.valueOf(text);
                default -> text;
            };
        }

        private static BigDecimal number(String text) {
            return new Decimal128(new BigDecimal(text)).bigDecimalValue();
        }
    }

    /**
     * A page of states.
     *
     * @param next where the next page begins; empty where there is none
     */
    public record Page(List<Document> states, Optional<Place> next) {}

    /** Active entities, from behind a place: what is inserted or deleted before it meanwhile neither repeats nor hides any. */
    public Page list(LogId log, EntityType type, Query query, Optional<Place> after, int limit) {
        List<Bson> conditions = conditions(log, type, query);
        after.map(place -> behind(log, query, place)).ifPresent(conditions::add);
        List<Document> found = projections
                .collection(type.name())
                .find(Filters.and(conditions))
                .sort(order(query))
                .limit(limit + 1)
                .into(new ArrayList<>());
        List<Document> states =
                found.stream().limit(limit).map(Projections::stateOf).toList();
        Optional<Place> next =
                found.size() > limit ? Optional.of(place(query, found.get(limit - 1))) : Optional.empty();
        return new Page(states, next);
    }

    /** Goes through all that a query finds, in the order of ids, each once; one that changes meanwhile is met as it was or as it is. */
    public void each(LogId log, EntityType type, Query query, Consumer<Document> action) {
        Query byId = new Query(query.text(), query.equal(), query.among(), Optional.empty(), false);
        projections
                .collection(type.name())
                .find(Filters.and(conditions(log, type, byId)))
                .sort(order(byId))
                .batchSize(BATCH)
                .map(Projections::stateOf)
                .forEach(action);
    }

    private static List<Bson> conditions(LogId log, EntityType type, Query query) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(Filters.eq("current.log", log.value()));
        if (query.sort().isEmpty()) {
            conditions.add(Filters.gt("_id", log.key("")));
            conditions.add(Filters.lt("_id", log.keyEnd()));
        }
        conditions.add(Filters.eq("current.active", true));
        query.equal().forEach((field, value) -> conditions.add(Filters.eq("current.state." + field, value)));
        query.among().forEach((field, values) -> conditions.add(Filters.in("current.state." + field, values)));
        matching(type, query.text()).ifPresent(conditions::add);
        return conditions;
    }

    private static Optional<Bson> matching(EntityType type, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<Bson> words = Texts.words(text).stream()
                .map(word ->
                        Filters.elemMatch("current.words", new Document("$gte", word).append("$lt", word + HIGHEST)))
                .toList();
        List<Bson> either = new ArrayList<>();
        if (!type.words().isEmpty() && !words.isEmpty()) {
            either.add(Filters.and(words));
        }
        type.codes().forEach(code -> either.add(Filters.eq("current.state." + code, text.strip())));
        return Optional.of(either.isEmpty() ? Filters.exists("_id", false) : Filters.or(either));
    }

    private static Bson order(Query query) {
        return query.sort()
                .map(field -> query.descending()
                        ? Sorts.descending(Projections.sortKey(field), "_id")
                        : Sorts.ascending(Projections.sortKey(field), "_id"))
                .orElseGet(() -> Sorts.ascending("_id"));
    }

    private static Bson behind(LogId log, Query query, Place place) {
        String id = log.key(place.id());
        if (query.sort().isEmpty()) {
            return Filters.gt("_id", id);
        }
        String key = Projections.sortKey(query.sort().get());
        @Nullable Object value = place.value();
        Bson sameValue =
                Filters.and(Filters.eq(key, value), query.descending() ? Filters.lt("_id", id) : Filters.gt("_id", id));
        if (query.descending()) {
            return value == null ? sameValue : Filters.or(Filters.lt(key, value), Filters.eq(key, null), sameValue);
        }
        return value == null
                ? Filters.or(Filters.ne(key, null), sameValue)
                : Filters.or(Filters.gt(key, value), sameValue);
    }

    private static Place place(Query query, Document last) {
        Document current = last.get("current", Document.class);
        @Nullable
        Object value = query.sort()
                .map(field -> current.get(isText(field) ? "sort" : "state", Document.class)
                        .get(field.name()))
                .orElse(null);
        return new Place(value, SystemFields.id(Projections.stateOf(last)));
    }

    private static boolean isText(Field field) {
        return field.kind() instanceof Kind.Text;
    }
}
