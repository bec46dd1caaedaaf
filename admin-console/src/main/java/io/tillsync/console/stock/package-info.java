/** How much a store has of what is sold, changing it for a reason, and how it came about. */
@NullMarked
package io.tillsync.console.stock;

import org.jspecify.annotations.NullMarked;
