package io.tillsync.console.dashboard;

import io.tillsync.audit.log.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A commit as a line of a list.
 *
 * @param key of the commit, which the lines on a screen are told apart by
 * @param type of the entity that it is about, or of the first one
 * @param name of that entity
 * @param fields what was changed of it; empty where it was not updated
 * @param others how many other entities were changed with it
 */
record Recent(
        String key,
        Instant at,
        Actor actor,
        String origin,
        String op,
        String type,
        String id,
        String name,
        List<Field> fields,
        long others) {

    /**
     * A changed field.
     *
     * @param before as it is read; empty where only the field is named
     */
    record Field(String name, String before, String after) {

        public boolean hasValues() {
            return !after.isEmpty();
        }
    }

    public boolean isImport() {
        return origin.equals("import");
    }

    public String icon() {
        return switch (op) {
            case "created" -> isImport() ? "upload" : "plus-lg";
            case "deleted" -> "trash";
            case "restored" -> "arrow-counterclockwise";
            default -> isImport() ? "upload" : "pencil";
        };
    }

    public String actorIcon() {
        return switch (actor.kind()) {
            case USER -> "person";
            case TERMINAL -> "display";
            case SYSTEM -> "gear";
        };
    }

    /** The same with more commits of one import. */
    Recent and(Recent earlier) {
        return new Recent(key, at, actor, origin, op, type, id, name, fields, others + earlier.others + 1);
    }

    boolean continues(Recent later) {
        return isImport() && later.isImport() && type.equals(later.type) && actor.equals(later.actor);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
