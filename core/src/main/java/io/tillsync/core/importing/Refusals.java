package io.tillsync.core.importing;

import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Outcome;
import java.util.List;

/** The log's refusals in words for whom a file is from. */
final class Refusals {

    private Refusals() {}

    static List<RowError> explain(Row row, Outcome.Refused refusal, RowReader reader) {
        return switch (refusal) {
            case Outcome.Invalid invalid -> reader.explain(row, invalid.errors());
            case Outcome.DuplicateValue taken ->
                reader.explain(
                        row,
                        List.of(FieldError.invalid(
                                taken.field(),
                                Cells.quoted(taken.value().toString()) + " is already used by " + taken.holderId())));
            case Outcome.Gone gone -> ofWhole("was deleted; restore it first");
            case Outcome.AlreadyExists exists -> ofWhole("is in use");
            default -> ofWhole("was changed by others again and again; import the row once more");
        };
    }

    private static List<RowError> ofWhole(String reason) {
        return List.of(new RowError("id", reason));
    }
}
