/** Makes what follows from the logs anew: a run of its own, after a backup was restored. */
@NullMarked
package io.tillsync.console.rebuild;

import org.jspecify.annotations.NullMarked;
