/** What clients read: entities, pages, changes since a cursor, snapshots and histories. */
@NullMarked
package io.tillsync.core.read;

import org.jspecify.annotations.NullMarked;
