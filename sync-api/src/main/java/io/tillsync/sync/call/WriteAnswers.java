package io.tillsync.sync.call;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Head;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Outcome;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.Refused;
import io.tillsync.core.write.Outcome.Unchanged;
import io.tillsync.sync.precondition.EntityTags;
import io.tillsync.sync.precondition.HttpDate;
import java.net.URI;
import org.bson.Document;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answers to writes. */
@Component
public class WriteAnswers {

    private final WriteRefusals refusals;

    WriteAnswers(WriteRefusals refusals) {
        this.refusals = refusals;
    }

    /** The answer to a write of one entity; a refusal is thrown. */
    public ResponseEntity<Data<EntityView>> answer(EntityType type, Outcome.Result result, boolean byHeader) {
        return switch (result.only()) {
            case Applied applied -> applied(type, applied.change(), result.head());
            case Unchanged unchanged -> state(HttpStatus.OK, type, unchanged.state(), result.head());
            case Refused refused -> throw refusals.problem(refused, byHeader).toException();
        };
    }

    private ResponseEntity<Data<EntityView>> applied(EntityType type, Change change, Head head) {
        return switch (change.op()) {
            case DELETED -> ResponseEntity.noContent().headers(position(head)).build();
            case CREATED -> state(HttpStatus.CREATED, type, change.after(), head);
            case UPDATED, RESTORED -> state(HttpStatus.OK, type, change.after(), head);
        };
    }

    /** The answer to a call that always makes something of its own, also where the entity was there before; a refusal is thrown. */
    public ResponseEntity<Data<EntityView>> created(EntityType type, Outcome.Result result) {
        return switch (result.only()) {
            case Applied applied ->
                state(HttpStatus.CREATED, type, applied.change().after(), result.head());
            case Unchanged unchanged -> state(HttpStatus.CREATED, type, unchanged.state(), result.head());
            case Refused refused -> throw refusals.problem(refused, false).toException();
        };
    }

    private static ResponseEntity<Data<EntityView>> state(
            HttpStatus status, EntityType type, Document state, Head head) {
        HttpHeaders headers = headers(state, head);
        if (status == HttpStatus.CREATED) {
            headers.setLocation(URI.create("/api/v1/" + type.name() + "/" + SystemFields.id(state)));
        }
        return ResponseEntity.status(status).headers(headers).body(new Data<>(new EntityView(type, state)));
    }

    /** Where the log stood, and the validators of a state. */
    public static HttpHeaders headers(Document state, Head head) {
        HttpHeaders headers = position(head);
        headers.setETag(EntityTags.ofVersion(SystemFields.version(state)).formattedTag());
        headers.set(HttpHeaders.LAST_MODIFIED, HttpDate.format(SystemFields.updatedAt(state)));
        return headers;
    }

    /** Where the log stood: a read that carries this never shows an older state. */
    public static HttpHeaders position(Head head) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Sync-Log", head.log().value());
        headers.set("X-Sync-Token", Cursor.at(head).encoded());
        return headers;
    }
}
