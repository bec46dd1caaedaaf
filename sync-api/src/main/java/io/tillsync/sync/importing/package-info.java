/** Imports over HTTP. */
@NullMarked
package io.tillsync.sync.importing;

import org.jspecify.annotations.NullMarked;
