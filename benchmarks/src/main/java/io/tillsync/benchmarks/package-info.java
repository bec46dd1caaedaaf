/** Measures the application as it is deployed, and prints a table. */
@NullMarked
package io.tillsync.benchmarks;

import org.jspecify.annotations.NullMarked;
