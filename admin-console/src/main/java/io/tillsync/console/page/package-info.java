/** What every screen has: the place it is about, formats, navigation, and what is shown when something is wrong. */
@NullMarked
package io.tillsync.console.page;

import org.jspecify.annotations.NullMarked;
