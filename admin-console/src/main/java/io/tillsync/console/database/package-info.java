/** The connection to MongoDB, real or embedded, and whether it answers. */
@NullMarked
package io.tillsync.console.database;

import org.jspecify.annotations.NullMarked;
