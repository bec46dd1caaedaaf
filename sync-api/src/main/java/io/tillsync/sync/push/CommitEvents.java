package io.tillsync.sync.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.core.type.EntityType;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.SyncTypes;
import io.tillsync.sync.socket.Sockets;
import io.tillsync.sync.socket.Sockets.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The events that a commit becomes. Each is encoded once, however many sockets get it. */
@Component
class CommitEvents {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_INLINE_CHANGES = 200;
    private static final int MOST_INLINE_CHARACTERS = 65_536;
    private static final long PULL_WITHIN_MS = 1_000;

    private final Sockets sockets;
    private final SyncTypes types;
    private final JsonMapper json;

    CommitEvents(Sockets sockets, SyncTypes types, JsonMapper json) {
        this.sockets = sockets;
        this.types = types;
        this.json = json;
    }

    record EntityEvent(
            String entityType, String entityId, String changeType, long syncVersion, long seq, Instant timestamp) {}

    record InlineChange(
            String entityType,
            String entityId,
            String changeType,
            @Nullable EntityView entity) {}

    /** @param changes null where they are too large to send; then {@code pullAfterMs} says within which time to spread the asking */
    record SyncCommit(
            String log,
            long prevSeq,
            long seq,
            String prevToken,
            String token,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            List<InlineChange> changes,

            @Nullable Long pullAfterMs) {}

    void send(Commit commit) {
        sendEvents(commit);
        sendCommit(commit);
    }

    /** What has happened to each entity, unless these are too many. */
    void sendEvents(Commit commit) {
        if (commit.changes().size() <= MOST_EVENTS) {
            commit.changes()
                    .forEach(change -> types.find(change.entityType()).ifPresent(type -> send(commit, change, type)));
        }
    }

    /** The commit with its changes, unless these are too large. */
    void sendCommit(Commit commit) {
        Notice notice = Notice.of(commit);
        String inline = commit.changes().size() <= MOST_INLINE_CHANGES ? encode(notice, changes(commit)) : "";
        if (inline.isEmpty() || inline.length() > MOST_INLINE_CHARACTERS) {
            send(notice);
        } else {
            sockets.send(commit.log().value(), "sync:commit", inline, Audience.ALL);
        }
    }

    void send(Notice notice) {
        sockets.send(notice.to().log().value(), "sync:commit", encode(notice, null), Audience.ALL);
    }

    private void send(Commit commit, Change change, EntityType type) {
        EntityEvent event = new EntityEvent(
                change.entityType(),
                change.entityId(),
                changeType(change),
                change.syncVersion(),
                commit.seq().value(),
                commit.at());
        sockets.send(
                commit.log().value(),
                type.singular() + ":" + changeType(change),
                json.writeValueAsString(event),
                Audience.WANTING_EVENTS);
    }

    private List<InlineChange> changes(Commit commit) {
        List<InlineChange> changes = new ArrayList<>();
        for (Change change : commit.changes()) {
            Optional<EntityType> type = types.find(change.entityType());
            type.ifPresent(known -> changes.add(new InlineChange(
                    change.entityType(),
                    change.entityId(),
                    changeType(change),
                    change.op().leavesActive() ? new EntityView(known, change.after()) : null)));
        }
        return changes;
    }

    private String encode(Notice notice, @Nullable List<InlineChange> changes) {
        return json.writeValueAsString(new SyncCommit(
                notice.to().log().value(),
                notice.from().seq().value(),
                notice.to().seq().value(),
                notice.from().encoded(),
                notice.to().encoded(),
                changes,
                changes == null ? PULL_WITHIN_MS : null));
    }

    /** As a reader sees it: what is restored is there anew. */
    private static String changeType(Change change) {
        return switch (change.op()) {
            case CREATED, RESTORED -> "created";
            case UPDATED -> "updated";
            case DELETED -> "deleted";
        };
    }
}
