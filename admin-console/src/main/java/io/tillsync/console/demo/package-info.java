/** What a process without configuration holds, and how it tells a newcomer what to try. */
@NullMarked
package io.tillsync.console.demo;

import org.jspecify.annotations.NullMarked;
