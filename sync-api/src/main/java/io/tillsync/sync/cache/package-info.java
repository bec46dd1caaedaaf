/** Answers kept in Redis, each with the position of the log that it was read at, by which it is known whether it still holds. */
@NullMarked
package io.tillsync.sync.cache;

import org.jspecify.annotations.NullMarked;
