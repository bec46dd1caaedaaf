/** How the values of fields are shown, named and typed in, by what their type declares. */
@NullMarked
package io.tillsync.console.values;

import org.jspecify.annotations.NullMarked;
