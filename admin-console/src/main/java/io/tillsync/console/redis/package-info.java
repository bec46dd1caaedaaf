/** The Redis that the demo brings with it. */
@NullMarked
package io.tillsync.console.redis;

import org.jspecify.annotations.NullMarked;
