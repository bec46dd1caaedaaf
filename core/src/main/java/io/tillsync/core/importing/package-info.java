/** Catalog files: read through, matched with what is there, and applied commit by commit. */
@NullMarked
package io.tillsync.core.importing;

import org.jspecify.annotations.NullMarked;
