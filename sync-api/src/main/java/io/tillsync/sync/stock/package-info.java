/** Stock over HTTP: adjustments. */
@NullMarked
package io.tillsync.sync.stock;

import org.jspecify.annotations.NullMarked;
