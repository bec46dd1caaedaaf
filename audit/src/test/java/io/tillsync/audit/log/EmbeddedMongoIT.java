package io.tillsync.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class EmbeddedMongoIT {

    @Test
    void takesWhatIsWrittenAndGivesItBack() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start()) {
            mongo.database().getCollection("things").insertOne(new Document("_id", "a"));
            assertThat(mongo.database().getCollection("things").countDocuments())
                    .isOne();
            assertThat(mongo.fresh().getCollection("things").countDocuments()).isZero();
        }
    }
}
