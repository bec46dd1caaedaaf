package io.tillsync.core.tenancy;

import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Versions;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Rules;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import io.tillsync.core.write.Outcome.AlreadyExists;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Missing;
import io.tillsync.core.write.Outcome.Unchanged;
import io.tillsync.core.write.Outcome.VersionConflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The installation's own entities as its verbs write them: on the state as it is, not as it is remembered. */
@Component
final class Register {

    /** How often others may be faster before the one who is slower is told so. */
    private static final int ATTEMPTS = 10;

    private final LogWriters writers;
    private final Projections projections;
    private final Versions versions;

    Register(LogWriters writers, Projections projections, Versions versions) {
        this.writers = writers;
        this.projections = projections;
        this.versions = versions;
    }

    Optional<Document> state(EntityType type, String id) {
        return EntityId.isValid(id) ? projections.state(Logs.INSTALLATION, type.name(), id) : Optional.empty();
    }

    /** Who holds a unique value. */
    Optional<String> holder(String key) {
        return Optional.ofNullable(
                projections.holders(Logs.INSTALLATION, List.of(key)).get(key));
    }

    Outcome create(Offer offer, EntityId id, Map<String, ? extends @Nullable Object> fields, Cause cause) {
        List<FieldError> faults = offer.creationFaults(fields, Map.of());
        return faults.isEmpty()
                ? write(request(cause, new Edit.Create(offer.type().name(), id.value(), fields)))
                : new Invalid(faults);
    }

    /** Creates what callers are not offered all fields of: the offer has been checked. */
    Outcome create(EntityType type, EntityId id, Map<String, ? extends @Nullable Object> fields, Cause cause) {
        return write(request(cause, new Edit.Create(type.name(), id.value(), fields)));
    }

    Outcome change(Offer offer, String id, Base base, Map<String, ? extends @Nullable Object> patch, Cause cause) {
        return state(offer.type(), id)
                .map(current -> offer.patchFaults(current, patch))
                .map(faults -> faults.isEmpty()
                        ? write(request(cause, new Edit.Patch(offer.type().name(), id, base, patch)))
                        : new Invalid(faults))
                .orElseGet(Missing::new);
    }

    /** Patches just that state, as an event that has a name. */
    Outcome patch(
            EntityType type,
            Document current,
            Cause cause,
            String event,
            Map<String, ? extends @Nullable Object> fields) {
        return patch(type, SystemFields.id(current), Base.version(SystemFields.version(current)), cause, event, fields);
    }

    /** Patches what callers are not offered all fields of, as an event that has a name: the offer has been checked. */
    Outcome patch(
            EntityType type,
            String id,
            Base base,
            Cause cause,
            String event,
            Map<String, ? extends @Nullable Object> fields) {
        return write(
                request(cause, new Edit.Patch(type.name(), id, base, fields)).as(event));
    }

    private Outcome write(ChangeRequest request) {
        return writers.write(request).only();
    }

    private static ChangeRequest request(Cause cause, Edit edit) {
        return ChangeRequest.of(Homes.INSTALLATION, cause.actor(), cause.origin(), cause.operation(), edit);
    }

    /** Tries an edit of the state as it is until it is not refused because somebody else was faster. */
    Outcome onCurrent(EntityType type, String id, Function<Document, Outcome> edit) {
        Outcome outcome = new Missing();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Document> current = state(type, id);
            if (current.isEmpty()) {
                return new Missing();
            }
            outcome = edit.apply(current.get());
            if (!(outcome instanceof VersionConflict)) {
                return outcome;
            }
        }
        return outcome;
    }

    /**
     * The answer to a creation of what is there already. Secrets differ with each creation: it is the same one where all that the caller
     * has said is.
     *
     * @param sameSecret whether the first version has the secret that was given
     */
    Outcome createdBefore(
            Offer offer, EntityId id, Map<String, ? extends @Nullable Object> fields, Predicate<Document> sameSecret) {
        EntityType type = offer.type();
        Document said = offer.said(ContentCheck.full(type, fields, Rules.NONE).content());
        return state(type, id.value())
                .filter(current -> versions.find(Logs.INSTALLATION, type.name(), current, 1)
                        .filter(first -> offer.said(first).equals(said) && sameSecret.test(first))
                        .isPresent())
                .<Outcome>map(Unchanged::new)
                .orElseGet(AlreadyExists::new);
    }
}
