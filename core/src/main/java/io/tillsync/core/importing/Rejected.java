package io.tillsync.core.importing;

import java.util.List;

/** A row that was not imported, with all that is wrong with it. */
record Rejected(Row row, List<RowError> errors) {}
