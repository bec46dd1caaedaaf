/** The page at the root. */
@NullMarked
package io.tillsync.console.home;

import org.jspecify.annotations.NullMarked;
