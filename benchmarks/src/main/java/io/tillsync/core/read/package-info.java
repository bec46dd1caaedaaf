/** Loops of what only its own package sees. */
@NullMarked
package io.tillsync.core.read;

import org.jspecify.annotations.NullMarked;
