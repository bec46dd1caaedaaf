package io.tillsync.console.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Stands in the database from when a rebuild begins until it has ended: where it was broken off, what follows from the logs is not whole,
 * and what is written behind it would be wrong.
 */
@Component
public final class RebuildMark {

    private static final String ID = "rebuild";
    private static final Bson MARK = Filters.eq("_id", ID);

    private final MongoCollection<Document> maintenance;

    RebuildMark(MongoDatabase database) {
        this.maintenance = database.getCollection("maintenance");
    }

    void set() {
        maintenance.replaceOne(MARK, new Document("_id", ID), new ReplaceOptions().upsert(true));
    }

    void clear() {
        maintenance.deleteOne(MARK);
    }

    /**
     * Looks for it.
     *
     * @throws UnfinishedRebuild where it stands
     */
    public void mustNotStand() {
        if (maintenance.find(MARK).first() != null) {
            throw new UnfinishedRebuild();
        }
    }
}
