package io.tillsync.core.importing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a row says.
 *
 * @param id of the entity that is meant; empty where that is left to its unique values
 * @param fields the values that a request would have; an empty cell gives none
 * @param names of what the row points to, by column
 * @param opening what the store has of it, where it has none yet
 */
record Given(
        Row row,
        Optional<String> id,
        Map<String, Object> fields,
        Map<Column.Named, String> names,
        Optional<BigDecimal> opening) {}
