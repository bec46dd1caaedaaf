/** What auditors ask: what has happened in several logs together, newest first. */
@NullMarked
package io.tillsync.audit.search;

import org.jspecify.annotations.NullMarked;
