package io.tillsync.core.write;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Head;
import io.tillsync.core.merge.FieldDifference;
import io.tillsync.core.type.FieldError;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** What became of one edit. All but the first two are refusals, which change nothing. */
public sealed interface Outcome {

    /** The change is in the log. */
    record Applied(Change change, boolean merged) implements Outcome {}

    /** The entity is already as the edit wants it; nothing was written. */
    record Unchanged(Document state) implements Outcome {}

    /** A refusal. */
    sealed interface Refused extends Outcome {}

    /**
     * The edit was based on another version than the current one, and could not be merged or was not to be.
     *
     * @param base the content that the edit was based on; empty where the log does not hold such a version
     * @param client what the caller sent, as it would be kept: of a patch the fields in it, of a deletion nothing
     * @param server the current state
     */
    record VersionConflict(
            String type,
            String id,
            long baseVersion,
            Optional<Document> base,
            Document client,
            Document server,
            List<FieldDifference> fields,
            boolean mergeable)
            implements Refused {}

    /** All that is wrong with the fields. */
    record Invalid(List<FieldError> errors) implements Refused {}

    /** There is no such entity. */
    record Missing() implements Refused {}

    /** The entity was deleted. */
    record Gone(long currentVersion) implements Refused {}

    /** The id is in use, by an entity that was created with another content. */
    record AlreadyExists() implements Refused {}

    /** Another active entity has the value. */
    record DuplicateValue(String field, Object value, String holderId) implements Refused {}

    /** Other entities point to the one that was to be deleted. */
    record StillReferenced(String byType, String byId) implements Refused {}

    /** The operation's id was used before, for something else. */
    record OperationMismatch() implements Refused {}

    /** Nothing is wrong with the edit, but another of the same request was refused; or it was refused itself when the request was made first. */
    record Withheld() implements Refused {}

    /**
     * What became of all edits of a request, in their order.
     *
     * @param head where the log was when it was decided: what it rests on is at or before that
     */
    record Result(List<Outcome> outcomes, Head head) {

        /** Of a request with one edit. */
        public Outcome only() {
            return outcomes.getFirst();
        }
    }
}
