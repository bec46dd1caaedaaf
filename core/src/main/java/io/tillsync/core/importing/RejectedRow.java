package io.tillsync.core.importing;

import java.util.List;

/**
 * A row that was not imported, for whoever wants to know why.
 *
 * @param reasons for each of the columns, why
 */
public record RejectedRow(long line, List<String> cells, List<String> columns, List<String> reasons) {}
