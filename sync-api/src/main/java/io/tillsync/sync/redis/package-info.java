/** The connection to Redis, which everything works without. */
@NullMarked
package io.tillsync.sync.redis;

import org.jspecify.annotations.NullMarked;
