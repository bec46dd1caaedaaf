/** Clients that cost so little that the server is what is measured. */
@NullMarked
package io.tillsync.benchmarks.client;

import org.jspecify.annotations.NullMarked;
