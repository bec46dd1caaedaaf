/** The processes that are measured: the application as it is deployed, and its database. */
@NullMarked
package io.tillsync.benchmarks.process;

import org.jspecify.annotations.NullMarked;
