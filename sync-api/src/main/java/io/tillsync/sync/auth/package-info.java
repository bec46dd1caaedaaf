/** Who calls: bearer tokens, log-in and log-out, and the store that a call is about. */
@NullMarked
package io.tillsync.sync.auth;

import org.jspecify.annotations.NullMarked;
