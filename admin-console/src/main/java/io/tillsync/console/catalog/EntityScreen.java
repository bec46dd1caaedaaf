package io.tillsync.console.catalog;

import io.tillsync.console.values.FormField;
import io.tillsync.core.read.Versions;
import java.util.List;
import java.util.Optional;

/**
 * An entity on a screen of its own.
 *
 * @param id of one that is not there yet: the one it will have, or what was typed where people choose it
 * @param version what edits of it are based on; 0 for one that is not there yet
 * @param fields to type into
 * @param facts the same to read
 * @param newest the change that made it what it is
 * @param idError what is wrong with the id that was typed
 */
record EntityScreen(
        TypeAt at,
        String id,
        String title,
        long version,
        boolean isGone,
        List<FormField> fields,
        List<Fact> facts,
        Optional<Versions.Version> newest,
        Optional<String> idError) {

    /**
     * A value to read.
     *
     * @param href where it leads; nothing for what is no reference
     */
    record Fact(String name, String text, String href, boolean isLong) {}

    public boolean isNew() {
        return version == 0;
    }

    public boolean isEditable() {
        return at.mayWrite() && !isGone;
    }

    public String path() {
        return isNew() ? at.path() : at.path(id);
    }

    /** Whether people choose the id: it is then what the entity is called. */
    public boolean isIdTyped() {
        return io.tillsync.console.values.Titles.fieldOf(at.type()).isEmpty();
    }

    public List<FormField> narrow() {
        return fields.stream().filter(field -> !field.isWide()).toList();
    }

    public List<FormField> wide() {
        return fields.stream().filter(FormField::isWide).toList();
    }

    /** Made again for what was typed: with it, and with what is wrong with it. */
    EntityScreen typed(String typedId, long base, List<FormField> typed, Optional<String> wrongId) {
        return new EntityScreen(at, typedId, title, base, isGone, typed, facts, newest, wrongId);
    }
}
