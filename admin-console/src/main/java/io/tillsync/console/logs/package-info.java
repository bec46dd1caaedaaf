/** How much is logged, changed while the process runs. */
@NullMarked
package io.tillsync.console.logs;

import org.jspecify.annotations.NullMarked;
