/** Proves, from outside, that tills and editors who do as {@code docs/protocol.md} says end up with the same data, whatever breaks. */
@NullMarked
package io.tillsync.console.convergence;

import org.jspecify.annotations.NullMarked;
