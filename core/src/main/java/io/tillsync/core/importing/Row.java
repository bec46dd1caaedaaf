package io.tillsync.core.importing;

import java.util.List;

/**
 * A row of a file, as it stands there.
 *
 * @param number from 0, the header not counted
 * @param line where it begins: with line breaks inside quotes a row has several lines
 * @param cells as many as the header has
 */
record Row(long number, long line, List<String> cells) {

    int length() {
        return cells.stream().mapToInt(String::length).sum();
    }
}
