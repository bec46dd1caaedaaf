/** When a process has to be restarted, and when it should get no requests, beside what its database says. */
@NullMarked
package io.tillsync.console.health;

import org.jspecify.annotations.NullMarked;
