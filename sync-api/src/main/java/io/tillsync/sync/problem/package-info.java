/** What went wrong, told the same way everywhere: RFC 9457 problem details with a stable code. */
@NullMarked
package io.tillsync.sync.problem;

import org.jspecify.annotations.NullMarked;
