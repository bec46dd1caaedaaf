package io.tillsync.core.importing;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What tests of imports that are broken off have in common. */
final class BrokenImports {

    static final Clock NOW = Clock.fixed(Instant.parse("2026-01-16T10:30:00Z"), ZoneOffset.UTC);
    static final Clock LATER = Clock.fixed(Instant.parse("2026-01-16T10:30:16Z"), ZoneOffset.UTC);

    static final String BEFORE = "barcode,sku,name,price,quantity\n1,S1,One,1,10\n2,S2,Two,2,\n3,S3,Three,3,\n";

    /** In chunks of four: updates, what is there already, rejects, repeated rows, categories, opening stock. */
    static final String FILE = """
            barcode,sku,name,price,category,quantity
            1,S1,One,1.50,Tea,99
            2,S2,Two,2,,7
            4,S4,Four,4,Tea,4
            4,S4,Four,4.50,Tea,5
            5,S1,Five,5,,5
            6,S6,Six,"6,00",Milk,6
            7,S7,Seven,7,Coffee,
            7,S7,Seven,7,Coffee,7
            3,S3,Three,3,,
            2,S2,Two,2,,7
            1,S1,One,1.50,Tea,99
            6,S6,Six,6,Milk,6
            8,S4,Eight,8,,8
            8,S8,Eight,8,,8
            8,S8,Eight,8.50,,9
            """;

    private BrokenImports() {}

    /** Ends a process where it stands. */
    static final class Killed extends Error {
        static final long serialVersionUID = 1L;
    }

    static ImportProcess process(MongoDatabase database, Clock clock) {
        return new ImportProcess(database, clock, 4);
    }

    /** With what is there before the file comes. */
    static MongoDatabase prepared(EmbeddedMongo mongo) throws IOException {
        MongoDatabase database = mongo.fresh();
        process(database, NOW).run("products", BEFORE);
        return database;
    }
}
