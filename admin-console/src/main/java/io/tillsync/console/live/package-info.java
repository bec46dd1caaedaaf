/** Tells open screens what has just changed. */
@NullMarked
package io.tillsync.console.live;

import org.jspecify.annotations.NullMarked;
