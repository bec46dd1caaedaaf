package io.tillsync.audit.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.Encoder;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/** How a commit is written as a document, and read again. The order of the fields is part of the form: it is hashed. */
final class CommitDocuments {

    private static final DocumentCodec CODEC = new DocumentCodec(States.CODECS);

    private CommitDocuments() {}

    /** What is hashed. */
    static byte[] canonical(Commit commit) {
        return encoded(CODEC, withoutHash(commit));
    }

    /** The same of a commit as it is stored, whatever that is. */
    static byte[] canonical(BsonDocument stored) {
        BsonDocument withoutHash = stored.clone();
        withoutHash.remove("hash");
        return encoded(new BsonDocumentCodec(), withoutHash);
    }

    private static <D> byte[] encoded(Encoder<D> codec, D document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer(1024);
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(
                    writer,
                    document,
                    EncoderContext.builder().isEncodingCollectibleDocument(true).build());
            return buffer.toByteArray();
        }
    }

    static RawBsonDocument toBson(Commit commit) {
        return new RawBsonDocument(encoded(CODEC, toDocument(commit)));
    }

    private static Document toDocument(Commit commit) {
        return withoutHash(commit).append("hash", commit.hash().value());
    }

    static Commit withHash(Commit open, Hash hash) {
        return new Commit(
                open.log(),
                open.seq(),
                open.batch(),
                open.at(),
                open.actor(),
                open.origin(),
                open.operation(),
                open.event(),
                open.note(),
                open.request(),
                open.changes(),
                open.counts(),
                open.previous(),
                hash);
    }

    private static Document withoutHash(Commit commit) {
        Document document = new Document("_id", commit.id())
                .append("log", commit.log().value())
                .append("seq", commit.seq().value())
                .append("batch", commit.batch().value())
                .append("at", commit.at())
                .append("actor", actor(commit.actor()))
                .append("origin", name(commit.origin()))
                .append("operation", commit.operation().id())
                .append("fingerprint", commit.operation().fingerprint());
        commit.event().ifPresent(event -> document.append("event", event));
        commit.note().ifPresent(note -> document.append("note", note));
        commit.request().ifPresent(request -> document.append("request", request));
        return document.append(
                        "changes",
                        commit.changes().stream().map(CommitDocuments::change).toList())
                .append("counts", new Document(new TreeMap<>(commit.counts())))
                .append("previous", commit.previous().value());
    }

    private static Document actor(Actor actor) {
        Document document = new Document("kind", name(actor.kind()))
                .append("id", actor.id())
                .append("name", actor.name());
        actor.role().ifPresent(role -> document.append("role", role));
        actor.address().ifPresent(address -> document.append("address", address));
        return document;
    }

    private static Document change(Change change) {
        Document document = new Document("entityType", change.entityType())
                .append("entityId", change.entityId())
                .append("op", name(change.op()))
                .append("syncVersion", change.syncVersion());
        change.before().ifPresent(before -> document.append("before", before));
        return document.append("after", change.after()).append("changed", change.changed());
    }

    static Commit fromDocument(Document document) {
        return new Commit(
                new LogId(document.getString("log")),
                new Seq(document.getLong("seq")),
                new Seq(document.getLong("batch")),
                States.instant(document, "at"),
                actorFrom(document.get("actor", Document.class)),
                value(Origin.class, document.getString("origin")),
                new Operation(document.getString("operation"), document.getString("fingerprint")),
                Optional.ofNullable(document.getString("event")),
                Optional.ofNullable(document.getString("note")),
                Optional.ofNullable(document.getString("request")),
                changesFrom(document.getList("changes", Document.class)),
                countsFrom(document.get("counts", Document.class)),
                new Hash(document.getString("previous")),
                new Hash(document.getString("hash")));
    }

    static Outline outline(Document document) {
        return new Outline(
                        new LogId(document.getString("log")),
                        new Seq(document.getLong("seq")),
                        States.instant(document, "at"),
                        actorFrom(document.get("actor", Document.class)),
                        value(Origin.class, document.getString("origin")),
                        Optional.ofNullable(document.getString("event")),
                        Optional.ofNullable(document.getString("note")),
                        List.of(),
                        Map.of())
                .touching(document.getList("changes", Document.class).stream()
                        .map(CommitDocuments::touched)
                        .toList());
    }

    private static Outline.Touched touched(Document change) {
        return new Outline.Touched(
                change.getString("entityType"),
                change.getString("entityId"),
                value(Change.Op.class, change.getString("op")),
                List.copyOf(change.getList("changed", String.class)));
    }

    private static Actor actorFrom(Document document) {
        return new Actor(
                value(Actor.Kind.class, document.getString("kind")),
                document.getString("id"),
                document.getString("name"),
                Optional.ofNullable(document.getString("role")),
                Optional.ofNullable(document.getString("address")));
    }

    private static List<Change> changesFrom(List<Document> documents) {
        List<Change> changes = new ArrayList<>(documents.size());
        for (Document document : documents) {
            @Nullable Document before = document.get("before", Document.class);
            changes.add(new Change(
                    document.getString("entityType"),
                    document.getString("entityId"),
                    value(Change.Op.class, document.getString("op")),
                    document.getLong("syncVersion"),
                    Optional.ofNullable(before),
                    document.get("after", Document.class),
                    List.copyOf(document.getList("changed", String.class))));
        }
        return List.copyOf(changes);
    }

    private static Map<String, Long> countsFrom(Document document) {
        Map<String, Long> counts = new TreeMap<>();
        document.forEach((type, count) -> counts.put(type, (Long) count));
        return Map.copyOf(counts);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
