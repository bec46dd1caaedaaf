/** The newest part of each log that this process follows, and what has been confirmed of it. */
@NullMarked
package io.tillsync.core.feed;

import org.jspecify.annotations.NullMarked;
