/** Tells other processes how far logs are, and hears it of them, so that they need not wait until they ask. */
@NullMarked
package io.tillsync.sync.heads;

import org.jspecify.annotations.NullMarked;
