/** What is put into the measured server beside the product, to compare it with. */
@NullMarked
package io.tillsync.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
