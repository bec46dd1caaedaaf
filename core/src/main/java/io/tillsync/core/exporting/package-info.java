/** Entities as files of comma-separated values, which can be imported again. */
@NullMarked
package io.tillsync.core.exporting;

import org.jspecify.annotations.NullMarked;
