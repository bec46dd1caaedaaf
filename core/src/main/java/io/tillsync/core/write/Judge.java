package io.tillsync.core.write;

import io.tillsync.core.merge.ThreeWay;
import io.tillsync.core.read.Versions;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Edit.BasedOnVersion;
import io.tillsync.core.write.Outcome.AlreadyExists;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.Gone;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Missing;
import io.tillsync.core.write.Outcome.StillReferenced;
import io.tillsync.core.write.Outcome.Unchanged;
import io.tillsync.core.write.Outcome.VersionConflict;
import io.tillsync.core.write.View.EntityKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of one edit, on the state that a view shows; unique values are left to {@link Verdicts}. */
final class Judge {

    private static final int LARGEST_SCALE = 1000;

    private final EntityTypes types;
    private final Versions versions;

    Judge(EntityTypes types, Versions versions) {
        this.types = types;
        this.versions = versions;
    }

    Outcome judge(Edit edit, Home home, View view, NextState next) {
        EntityType type = types.get(edit.type());
        Optional<Document> current = view.state(new EntityKey(edit.type(), edit.id()));
        Case asked = new Case(type, edit.id(), home, view, next);
        return switch (edit) {
            case Edit.Create create -> create(asked, create, current);
            case Edit.Add add -> add(asked, add, current);
            case Edit.Restore restore ->
                current.map(state -> restore(asked, restore, state)).orElseGet(Missing::new);
            case BasedOnVersion edited ->
                current.map(state -> SystemFields.isActive(state)
                                ? change(asked, edited, state)
                                : new Gone(SystemFields.version(state)))
                        .orElseGet(Missing::new);
        };
    }

    /** What every step of a decision needs. */
    private record Case(EntityType type, String id, Home home, View view, NextState next) {

        List<FieldError> unknownReferences(Document before, Document content) {
            return References.check(type, id, before, content, view);
        }

        /** All that is wrong with what is made of the content before. */
        List<FieldError> errors(Document before, ContentCheck check) {
            List<FieldError> errors = new ArrayList<>(check.errors());
            errors.addAll(unknownReferences(before, check.content()));
            return errors;
        }

        /** The content with those fields of the one before that only a newer process knows: a caller here can't have meant them. */
        Document keepingUnknown(Document before, Document content) {
            Document kept = new Document(content);
            before.forEach((name, value) -> {
                if (type.field(name).isEmpty()) {
                    kept.putIfAbsent(name, value);
                }
            });
            return kept;
        }
    }

    private static Outcome create(Case asked, Edit.Create edit, Optional<Document> current) {
        ContentCheck check =
                ContentCheck.full(asked.type(), edit.fields(), asked.home().rules());
        if (current.isPresent()) {
            return check.errors().isEmpty()
                    ? createdBefore(current.get(), check.content())
                    : new Invalid(check.errors());
        }
        List<FieldError> errors = asked.errors(new Document(), check);
        return errors.isEmpty()
                ? new Applied(asked.next().created(asked.type(), asked.id(), check.content()), false)
                : new Invalid(errors);
    }

    private static Outcome createdBefore(Document current, Document content) {
        if (!NextState.wasCreatedAs(current, content)) {
            return new AlreadyExists();
        }
        return SystemFields.isActive(current) ? new Unchanged(current) : new Gone(SystemFields.version(current));
    }

    private static Outcome add(Case asked, Edit.Add edit, Optional<Document> current) {
        if (current.isPresent() && !SystemFields.isActive(current.get())) {
            return new Gone(SystemFields.version(current.get()));
        }
        Document before = current.map(EntityType::content).orElseGet(Document::new);
        Map<String, @Nullable Object> fields = new HashMap<>(edit.fields());
        fields.put(edit.number(), sum(before.get(edit.number(), BigDecimal.ZERO), edit.delta()));
        ContentCheck check =
                ContentCheck.full(asked.type(), fields, asked.home().rules());
        List<FieldError> errors = asked.errors(new Document(), check); // what it points to can be gone since
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        return current.map(state -> updated(asked, state, asked.keepingUnknown(before, check.content()), false))
                .orElseGet(() -> new Applied(asked.next().created(asked.type(), asked.id(), check.content()), false));
    }

    /** A number too large or too fine for any field is given back as it is, to be refused: to add it could take all memory. */
    private static BigDecimal sum(BigDecimal before, BigDecimal delta) {
        return Math.abs((long) delta.scale()) > LARGEST_SCALE && delta.signum() != 0 ? delta : before.add(delta);
    }

    private Outcome restore(Case asked, Edit.Restore edit, Document current) {
        if (!edit.base().isMet(SystemFields.version(current))) {
            return deletionOrRestoreConflict(asked, edit, current);
        }
        if (SystemFields.isActive(current)) {
            return new Unchanged(current);
        }
        List<FieldError> errors = asked.unknownReferences(new Document(), EntityType.content(current));
        return errors.isEmpty()
                ? new Applied(asked.next().restored(asked.type(), current), false)
                : new Invalid(errors);
    }

    private Outcome change(Case asked, BasedOnVersion edit, Document current) {
        return switch (edit) {
            case Edit.Delete delete -> delete(asked, delete, current);
            case Edit.Replace replace ->
                update(
                        asked,
                        edit,
                        current,
                        base -> ContentCheck.full(
                                asked.type(), replace.fields(), asked.home().rules()));
            case Edit.Patch patch ->
                update(
                        asked,
                        edit,
                        current,
                        base -> ContentCheck.patched(
                                asked.type(), base, patch.fields(), asked.home().rules()));
            case Edit.Restore restore ->
                throw new IllegalArgumentException("Not a change of an active entity: " + restore);
        };
    }

    private Outcome delete(Case asked, Edit.Delete edit, Document current) {
        if (!edit.base().isMet(SystemFields.version(current))) {
            return deletionOrRestoreConflict(asked, edit, current);
        }
        return asked.view()
                .referrer(asked.type(), asked.id())
                .<Outcome>map(by -> new StillReferenced(by.type(), by.id()))
                .orElseGet(() -> new Applied(asked.next().deleted(asked.type(), current), false));
    }

    private Outcome deletionOrRestoreConflict(Case asked, BasedOnVersion edit, Document current) {
        Optional<Document> base = baseOf(asked, edit, current);
        Document server = EntityType.content(current);
        ThreeWay comparison = ThreeWay.compare(base.orElse(server), server, base.orElse(server));
        return conflict(asked, edit, base, new Document(), current, comparison, false);
    }

    /** What a content becomes by an edit. */
    private interface Editing {
        ContentCheck applyTo(Document content);
    }

    private Outcome update(Case asked, BasedOnVersion edit, Document current, Editing editing) {
        Document server = EntityType.content(current);
        boolean isCurrent = edit.base().isMet(SystemFields.version(current));
        Optional<Document> base = isCurrent ? Optional.of(server) : baseOf(asked, edit, current);
        Document before = base.orElse(server);
        ContentCheck check = editing.applyTo(before);
        List<FieldError> errors = asked.errors(before, check);
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        Document client = asked.keepingUnknown(before, check.content());
        if (isCurrent) {
            return updated(asked, current, client, false);
        }
        ThreeWay comparison = base.map(content -> ThreeWay.compare(content, server, client))
                .orElseGet(() -> ThreeWay.withoutBase(server, client));
        boolean mergeable = base.isPresent() && comparison.isMergeable();
        return mergeable && (edit.base().merge() || asked.type().merges())
                ? updated(asked, current, comparison.merged(), true)
                : conflict(asked, edit, base, sent(edit, client), current, comparison, mergeable);
    }

    /** What the caller gave: of a patch only the fields in it. */
    private static Document sent(BasedOnVersion edit, Document client) {
        Document sent = new Document(client);
        if (edit instanceof Edit.Patch patch) {
            sent.keySet().retainAll(patch.fields().keySet());
        }
        return sent;
    }

    private static Outcome updated(Case asked, Document current, Document content, boolean merged) {
        return ThreeWay.changed(EntityType.content(current), content).isEmpty()
                ? new Unchanged(current)
                : new Applied(asked.next().updated(asked.type(), current, content), merged);
    }

    private Optional<Document> baseOf(Case asked, BasedOnVersion edit, Document current) {
        return edit.base().syncVersion().isEmpty()
                ? Optional.empty()
                : new BaseVersions(versions, asked.view(), asked.home())
                        .find(
                                asked.type().name(),
                                current,
                                edit.base().syncVersion().getAsLong());
    }

    private static VersionConflict conflict(
            Case asked,
            BasedOnVersion edit,
            Optional<Document> base,
            Document client,
            Document current,
            ThreeWay comparison,
            boolean mergeable) {
        return new VersionConflict(
                asked.type().name(),
                asked.id(),
                edit.base().syncVersion().orElseThrow(),
                base,
                client,
                current,
                comparison.differences(),
                mergeable);
    }
}
