/** What follows from the commits: current states, holders of unique values, and their rebuild. */
@NullMarked
package io.tillsync.core.projection;

import org.jspecify.annotations.NullMarked;
