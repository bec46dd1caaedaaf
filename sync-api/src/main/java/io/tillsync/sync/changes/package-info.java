/** What has changed since a token, and waiting for it. */
@NullMarked
package io.tillsync.sync.changes;

import org.jspecify.annotations.NullMarked;
