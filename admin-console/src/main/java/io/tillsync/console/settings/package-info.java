/** What can be set, and how a wrong value is told to whoever starts the process. */
@NullMarked
package io.tillsync.console.settings;

import org.jspecify.annotations.NullMarked;
