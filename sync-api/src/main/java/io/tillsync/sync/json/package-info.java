/** Reads what callers send as JSON: strictly, and without trusting it. */
@NullMarked
package io.tillsync.sync.json;

import org.jspecify.annotations.NullMarked;
