package io.tillsync.core.importing;

/**
 * Why a row is not imported.
 *
 * @param column by its name in the file
 */
record RowError(String column, String reason) {}
