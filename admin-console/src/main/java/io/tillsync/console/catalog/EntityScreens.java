package io.tillsync.console.catalog;

import io.tillsync.console.page.Formats;
import io.tillsync.console.values.FormFields;
import io.tillsync.console.values.Names;
import io.tillsync.console.values.ShownValues;
import io.tillsync.console.values.Titles;
import io.tillsync.core.read.Versions;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.SystemFields;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes entities ready for their screens. */
@Component
class EntityScreens {

    private final Titles titles;
    private final Versions versions;
    private final MessageSource messages;

    EntityScreens(Titles titles, Versions versions, MessageSource messages) {
        this.titles = titles;
        this.versions = versions;
        this.messages = messages;
    }

    EntityScreen of(TypeAt at, Document state, Formats formats) {
        Names names = titles.pointedToBy(at.place(), at.type(), List.of(state));
        ShownValues shown = new ShownValues(formats, names, messages);
        return new EntityScreen(
                at,
                SystemFields.id(state),
                Titles.of(at.type(), state, names),
                SystemFields.version(state),
                !SystemFields.isActive(state),
                FormFields.of(at.type(), state, names, at.rules(), formats.locale()),
                facts(at, state, shown),
                versions.before(at.log(), at.type().name(), state, 1).stream().findFirst(),
                Optional.empty());
    }

    /** One that is not there yet, filled with what the type falls back to. */
    EntityScreen blank(TypeAt at, Formats formats) {
        Document content = new Document();
        at.type()
                .fields()
                .values()
                .forEach(field -> field.fallback().ifPresent(value -> content.put(field.name(), value)));
        return unmade(at, content, formats);
    }

    /** One that is not there yet, filled with what another one has; but not with what only one can have. */
    EntityScreen copy(TypeAt at, Document state, Formats formats) {
        Document content = EntityType.content(state);
        Optional<Field> title = Titles.fieldOf(at.type());
        at.type().uniques().forEach(unique -> {
            boolean isTitle =
                    title.filter(field -> field.name().equals(unique.field())).isPresent();
            if (!isTitle) {
                content.remove(unique.field());
            }
        });
        title.filter(field -> field.kind() instanceof Kind.Text && content.containsKey(field.name()))
                .ifPresent(field -> content.put(
                        field.name(),
                        messages.getMessage(
                                "entity.copy-of", new Object[] {content.getString(field.name())}, formats.locale())));
        return unmade(at, content, formats);
    }

    private EntityScreen unmade(TypeAt at, Document content, Formats formats) {
        Names names = titles.pointedToBy(at.place(), at.type(), List.of(content));
        String id = Titles.fieldOf(at.type()).isEmpty() ? "" : EntityId.create().value();
        return new EntityScreen(
                at,
                id,
                "",
                0,
                false,
                FormFields.of(at.type(), content, names, at.rules(), formats.locale()),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<EntityScreen.Fact> facts(TypeAt at, Document state, ShownValues shown) {
        return at.type().fields().values().stream()
                .filter(field -> !field.hidden())
                .flatMap(field ->
                        Optional.ofNullable(state.get(field.name()))
                                .map(value -> fact(at, field, value, shown))
                                .stream())
                .toList();
    }

    private static EntityScreen.Fact fact(TypeAt at, Field field, Object value, ShownValues shown) {
        String href = field.kind() instanceof Kind.Reference reference && !reference.many()
                ? at.place().path() + "/catalog/" + reference.type() + "/" + value
                : "";
        boolean isLong = field.kind() instanceof Kind.Text text && text.lines();
        return new EntityScreen.Fact(field.name(), shown.text(field, value), href, isLong);
    }
}
