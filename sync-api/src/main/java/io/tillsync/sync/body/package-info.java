/** How much a caller may send, and in which coding. */
@NullMarked
package io.tillsync.sync.body;

import org.jspecify.annotations.NullMarked;
