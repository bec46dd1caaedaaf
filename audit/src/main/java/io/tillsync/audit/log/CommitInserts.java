package io.tillsync.audit.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.tillsync.audit.log.AppendResult.Appended;
import io.tillsync.audit.log.AppendResult.Taken;
import java.util.List;
import java.util.Optional;
import org.bson.RawBsonDocument;

/**
 * Inserts commits in order, with one command, or, where one cannot hold them all, with several, each sent when what the one before has
 * written is durable.
 */
final class CommitInserts {

    private static final int DUPLICATE_KEY = 11000;

    /** A command ends with the commit that reaches this; with the largest there can be it has 32 MB, of the 48 MB allowed. */
    private static final long COMMAND_BYTES = 16L << 20;

    private final MongoCollection<RawBsonDocument> commits;

    CommitInserts(MongoCollection<RawBsonDocument> commits) {
        this.commits = commits;
    }

    AppendResult append(List<RawBsonDocument> documents) {
        int appended = 0;
        while (appended < documents.size()) {
            int end = commandEnd(documents, appended);
            Optional<Integer> taken = insert(documents.subList(appended, end));
            if (taken.isPresent()) {
                return new Taken(appended + taken.get());
            }
            appended = end;
        }
        return new Appended();
    }

    /** Where the command that begins at a commit has to end. A driver would divide it too, but not wait in between. */
    private static int commandEnd(List<RawBsonDocument> documents, int start) {
        int end = start;
        long bytes = 0;
        while (end < documents.size() && bytes < COMMAND_BYTES) {
            bytes += documents.get(end).getByteBuffer().remaining();
            end++;
        }
        return end;
    }

    /** Inserts with one command, and gives the first place that was already taken. */
    private Optional<Integer> insert(List<RawBsonDocument> documents) {
        try {
            commits.insertMany(documents, new InsertManyOptions().ordered(true));
            return Optional.empty();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() == null
                    && e.getWriteErrors().getFirst().getCode() == DUPLICATE_KEY) {
                return Optional.of(e.getWriteErrors().getFirst().getIndex());
            }
            throw e;
        }
    }
}
