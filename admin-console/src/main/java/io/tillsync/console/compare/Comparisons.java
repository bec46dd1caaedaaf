package io.tillsync.console.compare;

import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.console.values.FormField;
import io.tillsync.console.values.FormFields;
import io.tillsync.console.values.Names;
import io.tillsync.console.values.ShownValues;
import io.tillsync.console.values.Titles;
import io.tillsync.core.merge.FieldDifference;
import io.tillsync.core.read.Versions;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.Outcome.VersionConflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an edit that met a newer one beside it. */
@Component
public class Comparisons {

    private final EntityTypes types;
    private final Versions versions;
    private final Titles titles;
    private final MessageSource messages;

    Comparisons(EntityTypes types, Versions versions, Titles titles, MessageSource messages) {
        this.types = types;
        this.versions = versions;
        this.titles = titles;
        this.messages = messages;
    }

    /** Of a conflict that an edit at a place has led to. */
    public Comparison of(Place place, VersionConflict conflict, Formats formats) {
        EntityType type = types.get(conflict.type());
        Home home = place.home(type.level());
        Names names = titles.pointedToBy(place, type, contents(conflict));
        Sides sides = new Sides(home, new ShownValues(formats, names, messages));
        List<ComparedField> fields = conflict.fields().stream()
                .filter(field -> !isSame(field))
                .flatMap(field -> type.field(field.name()).stream().map(known -> sides.compare(known, field)))
                .sorted(Comparator.comparing(field -> !field.isConflicting()))
                .toList();
        Set<String> differing = fields.stream().map(ComparedField::name).collect(Collectors.toSet());
        List<FormField> equal = FormFields.of(type, conflict.server(), names, home.rules(), formats.locale()).stream()
                .filter(field -> !differing.contains(field.name()))
                .toList();
        Optional<Versions.Version> newest = versions.before(home.log(), type.name(), conflict.server(), 1).stream()
                .findFirst();
        return new Comparison(
                fields,
                equal,
                fields.stream().noneMatch(ComparedField::isConflicting),
                SystemFields.version(conflict.server()),
                newest.map(version -> version.commit().actor().name()).orElse("?"),
                SystemFields.updatedAt(conflict.server()));
    }

    private static boolean isSame(FieldDifference field) {
        return !field.conflicting()
                && field.client().isPresent() == field.server().isPresent()
                && field.client()
                        .map(own -> Field.same(own, field.server().orElse(own)))
                        .orElse(true);
    }

    private static List<Document> contents(VersionConflict conflict) {
        List<Document> contents = new ArrayList<>(List.of(conflict.client(), conflict.server()));
        conflict.base().ifPresent(contents::add);
        return contents;
    }

    /** Makes sides look as their readers want them. */
    private record Sides(Home home, ShownValues shown) {

        ComparedField compare(Field field, FieldDifference difference) {
            ComparedField.By by = difference.conflicting()
                    ? ComparedField.By.BOTH
                    : isChanged(difference.base(), difference.client()) ? ComparedField.By.YOU : ComparedField.By.THEM;
            Optional<Object> result = by == ComparedField.By.THEM ? difference.server() : difference.client();
            ComparedField.Side merged = side(field, difference.base(), result);
            return new ComparedField(
                    side(field, difference.base(), difference.base()),
                    side(field, difference.base(), difference.server()),
                    side(field, difference.base(), difference.client()),
                    new FormField(field, merged.typed(), merged.title(), Optional.empty()),
                    by);
        }

        private static boolean isChanged(Optional<Object> base, Optional<Object> client) {
            return base.isPresent() != client.isPresent()
                    || (base.isPresent() && !Field.same(base.get(), client.orElseThrow()));
        }

        private ComparedField.Side side(Field field, Optional<Object> base, Optional<Object> value) {
            String text = value.map(present -> shown.text(field, present)).orElse("");
            String typed = value.map(present -> FormFields.text(
                            field, present, home.rules(), shown.formats().locale()))
                    .orElse("");
            boolean isLong = field.kind() instanceof Kind.Text || field.kind() instanceof Kind.Json;
            List<Words.Part> words =
                    isLong ? Words.compare(base.map(Object::toString).orElse(""), text) : List.of();
            return new ComparedField.Side(text, typed, title(field, value), words);
        }

        private String title(Field field, Optional<Object> value) {
            return field.kind() instanceof Kind.Reference
                    ? value.map(id -> shown.text(field, id)).orElse("")
                    : "";
        }
    }
}
