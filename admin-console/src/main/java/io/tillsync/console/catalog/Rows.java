package io.tillsync.console.catalog;

import io.tillsync.console.page.Formats;
import io.tillsync.console.values.FormFields;
import io.tillsync.console.values.Names;
import io.tillsync.console.values.ShownValues;
import io.tillsync.console.values.Titles;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.SystemFields;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes lists' columns and rows. */
@Component
class Rows {

    /** A type with no more fields than this shows all of them. */
    private static final int FEW = 6;

    private static final int LONGEST_SHOWN = 120;

    private final Titles titles;
    private final MessageSource messages;

    Rows(Titles titles, MessageSource messages) {
        this.titles = titles;
        this.messages = messages;
    }

    /** The column of what the entities are called; empty where that is their id. */
    static Optional<Column> title(TypeAt at, ListRequest request) {
        return Titles.fieldOf(at.type()).map(field -> column(at, request, field));
    }

    /** All other columns. */
    static List<Column> columns(TypeAt at, ListRequest request) {
        Optional<Field> title = Titles.fieldOf(at.type());
        return at.type().fields().values().stream()
                .filter(field -> !field.hidden())
                .filter(field -> !Optional.of(field).equals(title))
                .map(field -> column(at, request, field))
                .toList();
    }

    private static Column column(TypeAt at, ListRequest request, Field field) {
        boolean isSorted = request.sortField().filter(field::equals).isPresent();
        String sorted = !isSorted ? "none" : request.isDescending() ? "descending" : "ascending";
        String next = (sorted.equals("ascending") ? "-" : "") + field.name();
        return new Column(field, sorted, request.sortedBy(next).address(at.path()), isExtra(at.type(), field));
    }

    private static boolean isExtra(EntityType type, Field field) {
        boolean isLong = field.kind() instanceof Kind.Text text && text.lines();
        boolean isDeclared = field.isRequired() || field.sortable() || field.filterable();
        return isLong || (!isDeclared && type.fields().size() > FEW);
    }

    List<Row> rows(TypeAt at, List<Column> columns, List<Document> states, Formats formats) {
        Names names = titles.pointedToBy(at.place(), at.type(), states);
        ShownValues shown = new ShownValues(formats, names, messages);
        return states.stream().map(state -> row(at, columns, state, shown)).toList();
    }

    private static Row row(TypeAt at, List<Column> columns, Document state, ShownValues shown) {
        String id = SystemFields.id(state);
        boolean isGone = !SystemFields.isActive(state);
        List<Row.Cell> cells = columns.stream()
                .map(column -> cell(at, column, state, shown, at.mayWrite() && !isGone))
                .toList();
        return new Row(
                id,
                SystemFields.version(state),
                SystemFields.updatedAt(state),
                Titles.of(at.type(), state, shown.names()),
                at.path(id),
                isInactive(at.type(), state),
                isGone,
                cells);
    }

    private static Row.Cell cell(TypeAt at, Column column, Document state, ShownValues shown, boolean mayWrite) {
        Field field = column.field();
        Optional<Object> value = Optional.ofNullable(state.get(field.name()));
        String href = field.kind() instanceof Kind.Reference reference && !reference.many()
                ? value.map(id -> at.place().path() + "/catalog/" + reference.type() + "/" + id)
                        .orElse("")
                : "";
        return new Row.Cell(
                column,
                value.map(present -> shortened(shown.text(field, present))).orElse(""),
                value.map(present -> FormFields.text(
                                field, present, at.rules(), shown.formats().locale()))
                        .orElse(""),
                href,
                mayWrite && column.isEditable());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Switched off is what has a flag that is usually set, and is not. */
    static boolean isInactive(EntityType type, Document state) {
        return type.fields().values().stream()
                .anyMatch(field ->
                        field.fallback().equals(Optional.of(true)) && Boolean.FALSE.equals(state.get(field.name())));
    }
}
