package io.tillsync.console.audit;

import io.tillsync.console.page.Formats;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Kind;
import io.tillsync.core.write.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why an entity cannot be made what it was, and what to do about it. */
@Component
class Refusals {

    private final Labels labels;
    private final Names names;

    Refusals(Labels labels, Names names) {
        this.labels = labels;
        this.names = names;
    }

    /**
     * One reason.
     *
     * @param address of the history of what stands in the way; absent where there is nothing to look at
     */
    record Refusal(String text, @Nullable String address) {}

    List<Refusal> explain(Subject subject, Formats show, Outcome.Refused refused) {
        return switch (refused) {
            case Outcome.VersionConflict conflict -> only(show, "audit.refused.conflict");
            case Outcome.Gone gone -> only(show, "audit.refused.deleted");
            case Outcome.DuplicateValue duplicate -> List.of(duplicate(subject, show, duplicate));
            case Outcome.Invalid invalid ->
                invalid.errors().stream()
                        .map(error -> invalid(subject, show, error))
                        .toList();
            default -> only(show, "audit.refused.other");
        };
    }

    private List<Refusal> only(Formats show, String key) {
        return List.of(new Refusal(labels.text(show, key), null));
    }

    private Refusal duplicate(Subject subject, Formats show, Outcome.DuplicateValue duplicate) {
        String type = subject.type().name();
        Names.Named holder = new Names.Named(subject.log(), type, duplicate.holderId());
        String name = names.of(subject.place(), List.of(holder)).of(holder);
        String text = labels.text(
                show,
                "audit.refused.taken",
                labels.field(show, duplicate.field()),
                duplicate.value().toString(),
                name);
        return new Refusal(text, subject.place().path() + "/audit/entity/" + type + "/" + duplicate.holderId());
    }

    private Refusal invalid(Subject subject, Formats show, FieldError error) {
        String label = labels.field(show, error.field());
        Optional<Kind.Reference> reference = subject.type()
                .field(error.field())
                .map(Field::kind)
                .filter(Kind.Reference.class::isInstance)
                .map(Kind.Reference.class::cast);
        return reference.isPresent() && error.code().equals("unknown-reference")
                ? new Refusal(labels.text(show, "audit.refused.reference", label), null)
                : new Refusal(label + ": " + labels.fault(show, error), null);
    }
}
