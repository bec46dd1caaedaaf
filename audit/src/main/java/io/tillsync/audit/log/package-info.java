/** The log: every change as one commit in a gapless order, with what was before and after, chained by hashes. */
@NullMarked
package io.tillsync.audit.log;

import org.jspecify.annotations.NullMarked;
