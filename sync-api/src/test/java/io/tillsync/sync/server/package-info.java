/** A small application with one controller per behaviour, on a real port. */
@NullMarked
package io.tillsync.sync.server;

import org.jspecify.annotations.NullMarked;
