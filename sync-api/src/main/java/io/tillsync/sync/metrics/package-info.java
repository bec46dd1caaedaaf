/** What operators watch: facts of core and of calls, as Micrometer's meters, all of them there from the start and with bounded labels. */
@NullMarked
package io.tillsync.sync.metrics;

import org.jspecify.annotations.NullMarked;
