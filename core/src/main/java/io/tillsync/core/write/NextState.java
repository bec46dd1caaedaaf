package io.tillsync.core.write;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Change.Op;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.Sha256;
import io.tillsync.audit.log.States;
import io.tillsync.core.merge.ThreeWay;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Makes the states that a commit leaves.
 *
 * @param seq where the commit will stand
 * @param at its time
 */
record NextState(Seq seq, Instant at) {

    private static final DocumentCodec CODEC = new DocumentCodec(States.CODECS);
    private static final int DIGEST_BYTES = 12;

    Change created(EntityType type, String id, Document content) {
        Document state = state(id, 1, at, digest(content), content);
        return new Change(type.name(), id, Op.CREATED, 1, Optional.empty(), state, List.copyOf(content.keySet()));
    }

    Change updated(EntityType type, Document current, Document content) {
        return change(type, Op.UPDATED, current, content, ThreeWay.changed(EntityType.content(current), content));
    }

    Change deleted(EntityType type, Document current) {
        Change change = change(type, Op.DELETED, current, EntityType.content(current), List.of());
        change.after().append(SystemFields.DELETED_AT, at);
        return change;
    }

    Change restored(EntityType type, Document current) {
        return change(type, Op.RESTORED, current, EntityType.content(current), List.of());
    }

    private Change change(EntityType type, Op op, Document current, Document content, List<String> changed) {
        long version = SystemFields.version(current) + 1;
        String id = SystemFields.id(current);
        Document state = state(
                id,
                version,
                States.instant(current, SystemFields.CREATED_AT),
                current.getString(SystemFields.CREATED_AS),
                content);
        return new Change(type.name(), id, op, version, Optional.of(current), state, changed);
    }

    private Document state(String id, long version, Instant createdAt, String createdAs, Document content) {
        Document state = new Document(SystemFields.ID, id)
                .append(SystemFields.SYNC_VERSION, version)
                .append(SystemFields.SEQ, seq.value())
                .append(SystemFields.CREATED_AT, createdAt)
                .append(SystemFields.UPDATED_AT, at)
                .append(SystemFields.CREATED_AS, createdAs);
        state.putAll(content);
        return state;
    }

    /** Whether an entity was created with just this content. */
    static boolean wasCreatedAs(Document state, Document content) {
        return digest(content).equals(state.getString(SystemFields.CREATED_AS));
    }

    private static String digest(Document content) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer(256);
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(
                    writer,
                    new Document(new TreeMap<>(content)),
                    EncoderContext.builder().build());
            return HexFormat.of().formatHex(Sha256.of(buffer.toByteArray()), 0, DIGEST_BYTES);
        }
    }
}
