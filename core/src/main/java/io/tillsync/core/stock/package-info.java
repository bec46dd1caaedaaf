/** The entity types of what happens in a store. */
@NullMarked
package io.tillsync.core.stock;

import org.jspecify.annotations.NullMarked;
