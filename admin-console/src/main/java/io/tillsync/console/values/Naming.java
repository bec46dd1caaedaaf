package io.tillsync.console.values;

/** Knows what entities are called that others point to. */
@FunctionalInterface
public interface Naming {

    /** The id where nothing better is known. */
    String of(String type, String id);
}
