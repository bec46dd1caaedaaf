package io.tillsync.core.importing;

import io.tillsync.core.type.FieldError;
import java.util.List;

/** What became of a file that was handed in. */
public sealed interface Started {

    /** It is kept, and will be imported whatever becomes of this process. Of a repeated call it is the first call's job. */
    record Accepted(ImportJob job) implements Started {}

    /** Its header is wrong; nothing was kept. */
    record HeaderRefused(List<FieldError> errors) implements Started {}

    /** The operation's id was used before, for something else. */
    record OperationMismatch() implements Started {}
}
