/** The executable application, and the screens in which people look after the catalog. */
@NullMarked
package io.tillsync.console;

import org.jspecify.annotations.NullMarked;
