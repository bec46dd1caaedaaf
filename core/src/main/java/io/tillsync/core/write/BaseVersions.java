package io.tillsync.core.write;

import io.tillsync.audit.log.Change;
import io.tillsync.core.read.Versions;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.View.EntityKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** Finds the content that an edit was based on: in what the batch has changed so far, else in the log. */
record BaseVersions(Versions versions, View view, Home home) {

    Optional<Document> find(String type, Document current, long syncVersion) {
        List<Change> batch = view.changesOf(new EntityKey(type, SystemFields.id(current)));
        Optional<Document> inBatch = batch.stream()
                .flatMap(change -> Stream.concat(change.before().stream(), Stream.of(change.after())))
                .filter(state -> SystemFields.version(state) == syncVersion)
                .findFirst();
        if (inBatch.isPresent()) {
            return inBatch.map(EntityType::content);
        }
        Optional<Document> inLog =
                batch.isEmpty() ? Optional.of(current) : batch.getFirst().before();
        return inLog.flatMap(state -> versions.find(home.log(), type, state, syncVersion))
                .map(EntityType::content);
    }
}
