/** Conditional requests (RFC 9110 §13): which version a caller holds, and whether an answer would tell it anything. */
@NullMarked
package io.tillsync.sync.precondition;

import org.jspecify.annotations.NullMarked;
