package io.tillsync.sync.full;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.read.Snapshots;
import io.tillsync.core.type.EntityType;
import io.tillsync.sync.cache.Answers;
import io.tillsync.sync.cache.Extent;
import io.tillsync.sync.cache.Question;
import io.tillsync.sync.call.EntityJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a part of a type: as it was read before, for whichever till of the business, where that still holds; else from the database, and
 * remembers it. It is read to its end before it is written, so that nobody who wants the same waits for a caller's network; only what is
 * too large for that, and for being remembered, goes to the caller while it is read.
 */
@Component
class PartWriter {

    /** Where one entity has changed, no more than such a part has to be read anew; and Redis is not asked for more at once. */
    private static final int MOST = 2_000;

    /** So much of a part is held in memory for each caller, while he is written to. */
    private static final int MOST_BYTES = 1_500_000;

    private final Snapshots snapshots;
    private final Answers answers;
    private final ObjectWriter json;

    PartWriter(Snapshots snapshots, Answers answers, JsonMapper json) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.json = json.writer().withRootValueSeparator(",").without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
    }

    /** Writes elements of an array, with commas between them, and one before the first where others stand before it. */
    Snapshots.Part write(OutputStream out, LogId log, EntityType type, String afterId, int limit, boolean isFirst) {
        int most = Math.min(limit, MOST);
        Question question = new Question(log, type, Question.Kind.FULL, List.of(afterId, String.valueOf(most)));
        AtomicReference<Snapshots.Part> own = new AtomicReference<>(new Snapshots.Part(0, afterId, false));
        Function<byte[], Extent> extent =
                content -> extent(type, afterId, KeptPart.of(content).read());
        return answers.find(question, extent, alone -> {
                    Recording recording = new Recording(MOST_BYTES, () -> {
                        alone.run();
                        return begin(out, isFirst);
                    });
                    Snapshots.Part part = read(recording, log, type, afterId, most);
                    own.set(part);
                    return recording.held().map(json -> KeptPart.encode(part, json));
                })
                .map(KeptPart::of)
                .map(kept -> give(kept, out, isFirst))
                .orElseGet(own::get);
    }

    private static Extent extent(EntityType type, String afterId, Snapshots.Part read) {
        return new Extent(type.name(), afterId, read.mayHaveMore() ? Optional.of(read.lastId()) : Optional.empty());
    }

    private Snapshots.Part read(Recording recording, LogId log, EntityType type, String afterId, int most) {
        JsonGenerator elements = json.createGenerator(recording);
        Snapshots.Part part =
                snapshots.read(log, type, afterId, most, state -> EntityJson.write(elements, type, state));
        elements.close(); // Not after a fault: what is half written must not look whole.
        return part;
    }

    private static Snapshots.Part give(KeptPart kept, OutputStream out, boolean isFirst) {
        if (kept.read().given() > 0) {
            try {
                kept.writeTo(begin(out, isFirst));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept.read();
    }

    private static OutputStream begin(OutputStream out, boolean isFirst) {
        if (!isFirst) {
            try {
                out.write(',');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return out;
    }
}
