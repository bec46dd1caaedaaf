package io.tillsync.sync.call;

import io.tillsync.audit.log.States;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.SystemFields;
import io.tillsync.sync.http.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes states as JSON, straight from what the database gave. */
public final class EntityJson {

    private EntityJson() {}

    public static void write(JsonGenerator json, EntityType type, Document state) {
        json.writeStartObject();
        state.forEach((name, value) -> writeField(json, type, name, value));
        json.writeStringProperty(
                SystemFields.LAST_SYNCED_AT, Timestamps.format(States.instant(state, SystemFields.UPDATED_AT)));
        json.writeEndObject();
    }

    /** Writes the own fields of an entity, without what the system adds. */
    public static void writeContent(JsonGenerator json, EntityType type, Document content) {
        json.writeStartObject();
        content.forEach((name, value) -> {
            if (!SystemFields.NAMES.contains(name)) {
                writeField(json, type, name, value);
            }
        });
        json.writeEndObject();
    }

    private static void writeField(JsonGenerator json, EntityType type, String name, @Nullable Object value) {
        Optional<Field> field = type.field(name);
        if (value == null
                || name.equals(SystemFields.CREATED_AS)
                || field.filter(Field::hidden).isPresent()) {
            return;
        }
        json.writeName(name);
        writeFieldValue(json, new ValueView(type, name, value));
    }

    static void writeFieldValue(JsonGenerator json, ValueView view) {
        boolean isJson = view.type()
                .field(view.field())
                .filter(field -> field.kind() instanceof Kind.Json)
                .isPresent();
        if (isJson) {
            json.writeRawValue(view.value().toString());
        } else {
            writeValue(json, view.value());
        }
    }

    private static void writeValue(JsonGenerator json, Object value) {
        switch (value) {
            case String text -> json.writeString(text);
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Instant time -> json.writeString(Timestamps.format(time));
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> writeValue(json, element));
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException("No state holds a " + value.getClass());
        }
    }
}
