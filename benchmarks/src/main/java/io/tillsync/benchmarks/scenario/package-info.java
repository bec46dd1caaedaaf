/** What is measured, a class for each. */
@NullMarked
package io.tillsync.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
