package io.tillsync.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.FeedProperties;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Versions;
import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Rules;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import io.tillsync.core.write.WriteProperties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** A process that imports; several of them can share a database. Its worker runs when it is told to. */
final class ImportProcess {

    static final LogId BUSINESS_LOG = LogId.of("business", "acme");
    static final LogId STORE_LOG = LogId.of("store", "acme-1");
    static final Rules RULES = new Rules(2);
    static final Home BUSINESS = new Home(Level.BUSINESS, Map.of(Level.BUSINESS, BUSINESS_LOG), RULES);
    static final Home STORE =
            new Home(Level.STORE, Map.of(Level.BUSINESS, BUSINESS_LOG, Level.STORE, STORE_LOG), RULES);
    static final Actor MANAGER =
            new Actor(Actor.Kind.USER, "u1", "Mia", Optional.of("manager"), Optional.of("192.0.2.1"));

    static final EntityTypes TYPES = new EntityTypes(declarations());

    final Commits commits;
    final Projections projections;
    final LogWriters writers;
    final ImportWorker worker;
    final Imports imports;
    final ImportUndo undo;

    private final MongoDatabase database;

    ImportProcess(MongoDatabase database, Clock clock, int commitRows) {
        this.database = database;
        commits = new Commits(database);
        projections = new Projections(database, TYPES, commits);
        Feeds feeds = new Feeds(commits, projections, FeedProperties.defaults());
        writers = new LogWriters(
                feeds, commits, projections, new Versions(commits), TYPES, WriteProperties.defaults(), clock);
        ImportProperties properties = new ImportProperties(commitRows, Duration.ofSeconds(15), Duration.ofSeconds(2));
        ImportStores stores = ImportStores.of(database, properties, clock);
        worker = new ImportWorker(stores, new ImportTools(TYPES, projections, writers, commits, feeds), properties) {
            @Override
            void wake() {}
        };
        imports = new Imports(stores, worker, TYPES, clock);
        undo = new ImportUndo(stores, commits, writers, TYPES);
    }

    private static List<Declaration> declarations() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Declaration.class));
        return List.of("catalog", "stock").stream()
                .flatMap(feature -> scanner.findCandidateComponents("io.tillsync.core." + feature).stream())
                .map(ImportProcess::declaration)
                .toList();
    }

    private static Declaration declaration(BeanDefinition found) {
        try {
            var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Declaration) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Started start(String type, String csv, String operation) throws IOException {
        return start(type, csv.getBytes(StandardCharsets.UTF_8), operation);
    }

    Started start(String type, byte[] csv, String operation) throws IOException {
        return imports.start(
                BUSINESS,
                Optional.of(STORE),
                TYPES.get(type),
                new ByteArrayInputStream(csv),
                MANAGER,
                new Operation(operation, "as asked"));
    }

    /** Imports a file to its end. */
    ImportJob run(String type, String csv) throws IOException {
        return run(type, csv.getBytes(StandardCharsets.UTF_8));
    }

    ImportJob run(String type, byte[] csv) throws IOException {
        String id = accepted(start(type, csv, "op-" + System.nanoTime())).id();
        worker.runAll();
        return find(id);
    }

    static ImportJob accepted(Started started) {
        return ((Started.Accepted) started).job();
    }

    ImportJob find(String id) {
        return imports.find(BUSINESS_LOG, id).orElseThrow();
    }

    List<String> rejectedRows(ImportJob job) throws IOException {
        return rejected(job).lines().toList();
    }

    String rejected(ImportJob job) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(imports.writeRejected(BUSINESS_LOG, job.id(), out)).isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }

    Document product(String barcode) {
        return projections
                .state(BUSINESS_LOG, "products", holder(BUSINESS_LOG, "barcodes/" + barcode))
                .orElseThrow();
    }

    private String holder(LogId log, String key) {
        return projections.holders(log, List.of(key)).get(key);
    }

    /** The id of a root. */
    String category(String name) {
        return holder(BUSINESS_LOG, "categories.name//" + name);
    }

    BigDecimal stockOf(String barcode) {
        return projections
                .state(STORE_LOG, "stocks", SystemFields.id(product(barcode)))
                .map(stock -> stock.get("quantity", BigDecimal.class))
                .orElseThrow();
    }

    List<String> names(String type) {
        return states(type).stream().map(state -> state.getString("name")).toList();
    }

    List<Document> states(String type) {
        return projections.collection(type).find().map(Projections::stateOf).into(new ArrayList<>());
    }

    Seq head(LogId log) {
        return commits.head(log).map(Commit::seq).orElse(Seq.START);
    }

    long count(String collection) {
        return database.getCollection(collection).countDocuments();
    }

    void delete(String type, String id) {
        edit(new Edit.Delete(type, id, Base.any()));
    }

    /** Somebody else's edit. */
    Outcome edit(Edit edit) {
        return writers.write(ChangeRequest.of(
                        BUSINESS, MANAGER, Origin.CONSOLE, new Operation("edit-" + System.nanoTime(), ""), edit))
                .only();
    }
}
