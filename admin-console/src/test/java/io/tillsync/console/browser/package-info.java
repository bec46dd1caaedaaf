/** What people do in the console, with a real browser. */
@NullMarked
package io.tillsync.console.browser;

import org.jspecify.annotations.NullMarked;
