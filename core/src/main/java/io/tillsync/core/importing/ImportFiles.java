package io.tillsync.core.importing;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.tillsync.audit.log.Sha256;
import io.tillsync.audit.log.States;
import io.tillsync.core.type.EntityId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;

/** Files that are being imported, in the collection {@code import-files}, so that any process can go on with them. */
final class ImportFiles {

    static final int CHUNK = 1 << 20;

    /** What an upload that broke off has left goes by itself. */
    private static final long KEPT_DAYS = 14;

    private final MongoCollection<Document> chunks;
    private final Clock clock;

    ImportFiles(MongoDatabase database, Clock clock) {
        this.chunks = database.withCodecRegistry(States.CODECS).getCollection("import-files");
        this.clock = clock;
    }

    /**
     * A file that is kept.
     *
     * @param chunks how many documents it has
     * @param digest SHA-256 of all its bytes
     */
    record Stored(String id, int chunks, String digest) {}

    Stored store(InputStream file) throws IOException {
        String id = EntityId.create().value();
        MessageDigest digest = Sha256.begin();
        int count = 0;
        try {
            for (byte[] next = file.readNBytes(CHUNK); next.length > 0; next = file.readNBytes(CHUNK)) {
                digest.update(next);
                chunks.insertOne(new Document("_id", key(id, count))
                        .append("at", clock.instant())
                        .append("bytes", new Binary(next)));
                count++;
            }
        } catch (IOException | RuntimeException e) { // The latter too where there is more than may be sent.
            drop(id, e);
            throw e;
        }
        return new Stored(id, count, HexFormat.of().formatHex(digest.digest()));
    }

    private static String key(String id, int number) {
        return "%s/%06d".formatted(id, number);
    }

    InputStream open(Stored file) {
        return new Parts(file);
    }

    /** Holds one part in memory at a time. */
    private final class Parts extends InputStream {

        private final Stored file;
        private int next;
        private InputStream current = InputStream.nullInputStream();

        Parts(Stored file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = current.read(target, offset, length);
            while (read < 0 && next < file.chunks()) {
                current = chunk(key(file.id(), next++));
                read = current.read(target, offset, length);
            }
            return read;
        }
    }

    private InputStream chunk(String key) {
        return Optional.ofNullable(chunks.find(Filters.eq("_id", key)).first())
                .map(document -> new ByteArrayInputStream(
                        document.get("bytes", Binary.class).getData()))
                .orElseThrow(() -> new NoSuchElementException("The file's part " + key + " is gone"));
    }

    private void drop(String id, Exception because) {
        try {
            delete(id);
        } catch (MongoException e) {
            because.addSuppressed(e);
        }
    }

    void delete(String id) {
        chunks.deleteMany(Filters.and(Filters.gte("_id", id + "/"), Filters.lt("_id", id + "0")));
    }

    void createIndexes() {
        chunks.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
