/** Two edits of the same thing, side by side: what both started from, what somebody else made of it, and what oneself wants. */
@NullMarked
package io.tillsync.console.compare;

import org.jspecify.annotations.NullMarked;
