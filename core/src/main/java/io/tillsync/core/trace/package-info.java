/** What the work of a thread can be told by: the request that it is done for, what that has cost the database, and what it has waited for. */
@NullMarked
package io.tillsync.core.trace;

import org.jspecify.annotations.NullMarked;
