/** Figures, and how they are printed. */
@NullMarked
package io.tillsync.benchmarks.report;

import org.jspecify.annotations.NullMarked;
