package io.tillsync.core.importing;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.core.trace.RequestIds;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Files of comma-separated values that become entities of one type: what is there already is updated, the rest is made. A file is kept
 * before anything else happens, and then imported whatever becomes of the process that took it.
 *
 * <p>A row is about the entity with its {@code id}, else about that which has its unique value: of a product the barcode, or the sku
 * where the row or the product has no barcode; of others the name. With none of these it makes a new one. An empty cell leaves a field as
 * it is.
 */
@Component
public class Imports {

    private final ImportStores stores;
    private final ImportWorker worker;
    private final EntityTypes types;
    private final Clock clock;

    Imports(ImportStores stores, ImportWorker worker, EntityTypes types, Clock clock) {
        this.stores = stores;
        this.worker = worker;
        this.types = types;
        this.clock = clock;
    }

    /** Makes the indexes of what is kept of imports, and the times after which it goes. */
    public static void createIndexes(MongoDatabase database) {
        ImportStores.of(database, ImportProperties.defaults(), Clock.systemUTC())
                .createIndexes();
    }

    /** The imports that are not over, anywhere. */
    public UnderWay underWay() {
        return stores.jobs().underWay();
    }

    /** What has become of all rows that this process has imported. */
    public Counts imported() {
        return stores.tally().sum();
    }

    /** Whether entities of a type can come from a file. */
    public boolean isImportable(EntityType type) {
        return new Columns(type, types).isImportable();
    }

    /** The columns that a file for a type can have. */
    public List<String> columns(EntityType type) {
        return new Columns(type, types).names();
    }

    /**
     * What is wrong with a header: unknown, repeated and missing columns.
     *
     * @param storeIsNamed whether there is a store whose opening stock can be set
     */
    public List<FieldError> check(EntityType type, List<String> header, boolean storeIsNamed) {
        return new Columns(type, types).check(header, storeIsNamed);
    }

    /**
     * Takes a file in. It is read to its end, but not closed; it is imported later, and the job tells how far that is.
     *
     * @param store where entities of a store go, or the opening stock of products
     * @param operation with its fingerprint of everything asked for but the file, which is compared by itself
     * @throws IOException where the file cannot be read; nothing of it is kept then
     * @throws IllegalArgumentException for a type that is not importable, or where its store is not named
     */
    public Started start(
            Home business, Optional<Home> store, EntityType type, InputStream csv, Actor actor, Operation operation)
            throws IOException {
        return start(business, store, type, Upload.PLAIN, csv, actor, operation);
    }

    /** Takes a file in whose columns may be called otherwise. */
    public Started start(
            Home business,
            Optional<Home> store,
            EntityType type,
            Upload upload,
            InputStream csv,
            Actor actor,
            Operation operation)
            throws IOException {
        if (!isImportable(type)) {
            throw new IllegalArgumentException(type.name() + " cannot be imported");
        }
        Home home = type.level() == Level.STORE
                ? store.orElseThrow(() -> new IllegalArgumentException(type.name() + " live in a store"))
                : business;
        byte[] beginning = csv.readNBytes(ImportFiles.CHUNK);
        List<String> header = header(beginning);
        List<FieldError> errors = header.isEmpty() ? List.of() : check(type, upload, header, store.isPresent());
        if (!errors.isEmpty()) {
            return new Started.HeaderRefused(errors);
        }
        ImportFiles.Stored file =
                stores.files().store(new SequenceInputStream(new ByteArrayInputStream(beginning), csv));
        return add(new Task(
                id(business, operation),
                business.log().value(),
                home,
                store,
                type.name(),
                upload,
                header,
                file,
                actor,
                RequestIds.current(),
                operation.fingerprint(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private List<FieldError> check(EntityType type, Upload upload, List<String> header, boolean storeIsNamed) {
        List<String> columns = upload.columnsOf(header);
        return columns.size() == header.size()
                ? check(type, columns, storeIsNamed)
                : List.of(FieldError.invalid("columns", "must be as many as the file has: " + header.size()));
    }

    /** Empty where it cannot be read: the job then says what is wrong, as it does with every other line. */
    private static List<String> header(byte[] beginning) throws IOException {
        try (CsvRows rows = CsvRows.of(new ByteArrayInputStream(beginning))) {
            return rows.header();
        } catch (MalformedFile e) {
            return List.of();
        }
    }

    /** The same for the same operation, so that a retry finds the first call's job. */
    private static String id(Home business, Operation operation) {
        return UuidCreator.getNameBasedSha1(business.log().key(operation.id())).toString();
    }

    private Started add(Task task) {
        Optional<Document> present = stores.jobs().add(task);
        worker.wake();
        if (present.isEmpty()) {
            return new Started.Accepted(job(stores.jobs().find(task.id()).orElseThrow()));
        }
        Task first = ImportJobDocuments.task(present.get());
        if (!first.file().id().equals(task.file().id())) {
            stores.files().delete(task.file().id());
        }
        return first.fingerprint().equals(task.fingerprint())
                        && first.entityType().equals(task.entityType())
                        && first.store().equals(task.store())
                        && first.upload().columns().equals(task.upload().columns())
                        && first.file().digest().equals(task.file().digest())
                ? new Started.Accepted(job(present.get()))
                : new Started.OperationMismatch();
    }

    private static ImportJob job(Document document) {
        return ImportJobDocuments.job(document);
    }

    /** A job of a business; empty also where it is another's. */
    public Optional<ImportJob> find(LogId business, String id) {
        return document(business, id).map(Imports::job);
    }

    /** The imports of a business, newest first. */
    public List<ImportJob> list(LogId business, int limit) {
        return stores.jobs().of(business, limit).stream().map(Imports::job).toList();
    }

    /** The first of the rows that were rejected so far. */
    public List<RejectedRow> firstRejected(LogId business, String id, int limit) {
        return document(business, id).isPresent() ? stores.rejected().first(id, limit) : List.of();
    }

    private Optional<Document> document(LogId business, String id) {
        return stores.jobs().find(id).filter(job -> job.getString("business").equals(business.value()));
    }

    /**
     * Writes the rows that were rejected so far, as a file: the row's own columns, then line, column and reason.
     *
     * @return false, and nothing is written, where there is no such job
     */
    public boolean writeRejected(LogId business, String id, OutputStream out) throws IOException {
        Optional<Task> task = document(business, id).map(ImportJobDocuments::task);
        if (task.isPresent()) {
            stores.rejected().write(id, task.get().header(), out);
        }
        return task.isPresent();
    }
}
