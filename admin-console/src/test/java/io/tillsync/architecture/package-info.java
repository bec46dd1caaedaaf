/** Holds the modules and packages to the order that the architecture gives them. */
@NullMarked
package io.tillsync.architecture;

import org.jspecify.annotations.NullMarked;
