/** The inner loops, by JMH. */
@NullMarked
package io.tillsync.benchmarks.loop;

import org.jspecify.annotations.NullMarked;
