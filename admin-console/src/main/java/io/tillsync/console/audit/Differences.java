package io.tillsync.console.audit;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Formats;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.SystemFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes field by field, in words. */
@Component
class Differences {

    private final EntityTypes types;
    private final Labels labels;
    private final Values values;

    Differences(EntityTypes types, Labels labels, Values values) {
        this.types = types;
        this.labels = labels;
        this.values = values;
    }

    /** What a change did; of a deletion, and of what was restored, all that the entity had. */
    List<Difference> of(Formats show, Names.Known names, LogId log, Change change) {
        Document before = change.before().map(EntityType::content).orElseGet(Document::new);
        Document after = EntityType.content(change.after());
        return switch (change.op()) {
            case CREATED, RESTORED -> between(show, names, log, change.entityType(), new Document(), after);
            case DELETED -> between(show, names, log, change.entityType(), before, new Document());
            case UPDATED -> between(show, names, log, change.entityType(), before, after);
        };
    }

    private List<Difference> between(
            Formats show, Names.Known names, LogId log, String type, Document before, Document after) {
        return beside(show, names, log, type, before, after).stream()
                .filter(difference -> !difference.isSame())
                .toList();
    }

    /** All fields that either of two contents has, in the order of the declaration. */
    List<Difference> beside(
            Formats show, Names.Known names, LogId log, String typeName, Document before, Document after) {
        Optional<EntityType> type = types.find(typeName);
        Set<String> fields = new LinkedHashSet<>();
        type.ifPresent(known -> fields.addAll(known.fields().keySet()));
        fields.addAll(before.keySet());
        fields.addAll(after.keySet());
        fields.retainAll(Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(name -> !SystemFields.NAMES.contains(name))
                .collect(Collectors.toSet()));
        List<Difference> differences = new ArrayList<>();
        for (String name : fields) {
            Object one = before.get(name);
            Object other = after.get(name);
            Optional<Field> field = type.flatMap(known -> known.field(name));
            differences.add(Difference.of(
                    name,
                    labels.field(show, name),
                    one == null ? null : values.text(show, names, log, field, one),
                    other == null ? null : values.text(show, names, log, field, other),
                    field.filter(Field::hidden).isPresent(),
                    !isDifferent(one, other)));
        }
        return differences;
    }

    private static boolean isDifferent(@Nullable Object one, @Nullable Object other) {
        return (one == null || other == null) ? one != other : !Field.same(one, other);
    }

    /** The entities that a change names: itself, and those that its fields point to. */
    Stream<Names.Named> named(LogId log, Change change) {
        Stream<Names.Named> itself = Stream.of(new Names.Named(log, change.entityType(), change.entityId()));
        return Stream.concat(
                itself,
                Stream.concat(change.before().stream(), Stream.of(change.after()))
                        .flatMap(state -> pointed(log, change.entityType(), state)));
    }

    Stream<Names.Named> pointed(LogId log, String typeName, Document state) {
        return types.find(typeName).stream()
                .flatMap(type -> type.references().entrySet().stream())
                .flatMap(field -> Values.ids(state.get(field.getKey()))
                        .map(id -> new Names.Named(log, field.getValue().type(), id)));
    }
}
