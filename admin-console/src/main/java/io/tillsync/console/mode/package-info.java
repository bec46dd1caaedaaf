/** Whether this process keeps what it is given: demo or real. */
@NullMarked
package io.tillsync.console.mode;

import org.jspecify.annotations.NullMarked;
