package io.tillsync.core.write;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class InterleavingProperties {

    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    @AfterContainer
    static void stop() {
        MONGO.close();
    }

    @Provide
    Arbitrary<List<Plan.Step>> plans() {
        return Plan.plans();
    }

    @Property(tries = 60)
    void whateverSeveralProcessesDoAndSufferEverythingAgreesInTheEnd(@ForAll("plans") List<Plan.Step> plan) {
        MongoDatabase database = MONGO.fresh();
        Fleet fleet = new Fleet(database);
        plan.forEach(fleet::take);
        fleet.check();
        database.drop();
    }
}
