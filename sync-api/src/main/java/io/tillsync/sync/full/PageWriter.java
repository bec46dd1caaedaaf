package io.tillsync.sync.full;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.read.Snapshots;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Level;
import io.tillsync.sync.call.SyncCall;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a page of the first load while it is read: each entity goes from the database to the answer, one after the other. */
@Component
class PageWriter {

    private final PartWriter parts;
    private final ObjectWriter json;

    PageWriter(PartWriter parts, JsonMapper json) {
        this.parts = parts;
        this.json = json.writer().without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
    }

    void write(OutputStream out, SyncCall call, PageToken from, List<EntityType> types, int limit) {
        JsonGenerator page = json.createGenerator(out);
        page.writeStartObject();
        page.writeObjectPropertyStart("data");
        Optional<PageToken> next = writeTypes(page, out, call, from, types, limit);
        page.writeEndObject();
        page.writeStringProperty(
                next.isPresent() ? "nextPageToken" : "syncToken",
                next.map(PageToken::encoded).orElseGet(() -> from.start().encoded()));
        page.writeEndObject();
        page.close(); // Not after a fault: it would complete what was written so far to a page that looks whole.
    }

    private Optional<PageToken> writeTypes(
            JsonGenerator page, OutputStream out, SyncCall call, PageToken from, List<EntityType> types, int limit) {
        String afterId = from.afterId();
        int left = limit;
        List<EntityType> open = types.stream()
                .dropWhile(type -> !type.name().equals(from.type()))
                .toList();
        for (EntityType type : open) {
            if (left == 0) {
                return Optional.of(new PageToken(from.start(), from.only(), type.name(), ""));
            }
            page.writeArrayPropertyStart(type.name());
            page.flush();
            Snapshots.Part part = writeType(out, logOf(call, type), type, afterId, left);
            page.writeEndArray();
            if (part.mayHaveMore()) {
                return Optional.of(new PageToken(from.start(), from.only(), type.name(), part.lastId()));
            }
            left -= part.given();
            afterId = "";
        }
        return Optional.empty();
    }

    /** Beside the generator, which has no part of it in its hands. */
    private Snapshots.Part writeType(OutputStream out, LogId log, EntityType type, String afterId, int limit) {
        Snapshots.Part part = parts.write(out, log, type, afterId, limit, true);
        int given = part.given();
        while (part.mayHaveMore() && given < limit) {
            part = parts.write(out, log, type, part.lastId(), limit - given, false);
            given += part.given();
        }
        return new Snapshots.Part(given, part.lastId(), part.mayHaveMore());
    }

    private static LogId logOf(SyncCall call, EntityType type) {
        return type.level() == Level.BUSINESS
                ? call.logs().getFirst()
                : call.logs().getLast();
    }
}
