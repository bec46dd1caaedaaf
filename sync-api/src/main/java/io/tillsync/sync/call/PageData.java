package io.tillsync.sync.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list: the form of every answer that has many things of one kind. */
public record PageData<T>(List<T> data, PageInfo page) {

    /** How the page was asked for, and how to ask for the next one; there is none where {@code nextCursor} is absent. */
    public record PageInfo(int limit, @Nullable String nextCursor) {}
}
