package io.tillsync.console.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;

/**
 * The demo's database. It has no secondary indexes, so a list is sorted for each page of it; the library's own way looks up what it compares
 * anew for each comparison and sorts all that is found, which takes seconds for 100,000 products. {@link Order} takes a fraction of that.
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

        Collection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        @Override
        protected QueryResult matchDocumentsFromStream(
                Stream<Document> documents,
                Document query,
                Document orderBy,
                int skip,
                int limit,
                int batchSize,
                Document fields) {
            if (!Order.isByFields(orderBy)) {
                return super.matchDocumentsFromStream(documents, query, orderBy, skip, limit, batchSize, fields);
            }
            Stream<Document> found = documents.filter(document -> documentMatchesQuery(document, query));
            Stream<Document> first = Order.of(orderBy).first(found, limit <= 0 ? Integer.MAX_VALUE : skip + limit);
            return super.matchDocumentsFromStream(first, query, new Document(), skip, limit, batchSize, fields);
        }
    }
}
