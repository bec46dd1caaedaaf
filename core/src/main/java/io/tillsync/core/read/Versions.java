package io.tillsync.core.read;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.type.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The versions of an entity. Each state says which commit made it, and that commit holds the state before: a chain through the log. */
@Component
public class Versions {

    /** How far back one question goes; each version costs one commit read by its id. */
    private static final int MAX_STEPS = 500;

    private final Commits commits;

    public Versions(Commits commits) {
        this.commits = commits;
    }

    /** One version, with the commit that made it. */
    public record Version(Commit commit, Change change) {}

    /** The versions of an entity, newest first, from the one that {@code newest} is. */
    public List<Version> before(LogId log, String type, Document newest, int limit) {
        List<Version> versions = new ArrayList<>();
        Optional<Document> state = Optional.of(newest);
        while (state.isPresent() && versions.size() < limit) {
            Optional<Version> made = madeBy(log, type, state.get());
            made.ifPresent(versions::add);
            state = made.flatMap(version -> version.change().before());
        }
        return versions;
    }

    /** The state that an entity had in a version; empty where the log holds no such version, or only very far back. */
    public Optional<Document> find(LogId log, String type, Document newest, long syncVersion) {
        Document state = newest;
        for (int step = 0; step < MAX_STEPS && SystemFields.version(state) > syncVersion; step++) {
            Optional<Document> before =
                    madeBy(log, type, state).flatMap(version -> version.change().before());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            state = before.get();
        }
        return Optional.of(state).filter(found -> SystemFields.version(found) == syncVersion);
    }

    private Optional<Version> madeBy(LogId log, String type, Document state) {
        return commits.find(log, new Seq(SystemFields.seq(state)))
                .flatMap(commit -> commit.changes().stream()
                        .filter(change -> change.entityType().equals(type)
                                && change.entityId().equals(SystemFields.id(state)))
                        .findFirst()
                        .map(change -> new Version(commit, change)));
    }
}
