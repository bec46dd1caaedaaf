/** What the work of a thread can be told by: the request that it is done for, and what that has cost the database. */
@NullMarked
package io.tillsync.core.trace;

import org.jspecify.annotations.NullMarked;
