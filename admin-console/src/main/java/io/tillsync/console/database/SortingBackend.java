package io.tillsync.console.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The demo's database. It has no secondary indexes: the library sorts all that a query finds, for each page of it, and looks up what it compares
 * anew for each comparison, which takes seconds for 100,000 products. Here each order that is asked for is kept until something is written, and
 * a query only looks at as many documents as it takes to fill its page.
 */
final class SortingBackend extends MemoryBackend {

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new Database(name, getCursorRegistry());
    }

    private static final class Database extends MemoryDatabase {

        Database(String name, CursorRegistry cursors) {
            super(name, cursors);
        }

        @Override
        protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
            return new Collection(this, name, options, cursorRegistry);
        }
    }

    private static final class Collection extends MemoryCollection {

        /** By what was asked for; guarded as all of a collection is. */
        private final Map<Document, List<Document>> orders = new HashMap<>();

        Collection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        @Override
        protected QueryResult matchDocuments(
                Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
            if (!Order.isByFields(orderBy)) {
                return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
            }
            List<Document> sorted = orders.computeIfAbsent(orderBy, this::sorted);
            return matchDocumentsFromStream(sorted.stream(), query, new Document(), skip, limit, batchSize, fields);
        }

        private List<Document> sorted(Document orderBy) {
            return Order.of(orderBy).sort(streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument));
        }

        @Override
        protected Integer addDocumentInternal(Document document) {
            orders.clear();
            return super.addDocumentInternal(document);
        }

        @Override
        protected void removeDocument(Integer position) {
            orders.clear();
            super.removeDocument(position);
        }

        @Override
        protected void handleUpdate(Integer position, Document before, Document after) {
            orders.clear();
            super.handleUpdate(position, before, after);
        }
    }
}
