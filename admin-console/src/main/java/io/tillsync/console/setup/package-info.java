/** Sets up businesses, their stores, users and terminals. */
@NullMarked
package io.tillsync.console.setup;

import org.jspecify.annotations.NullMarked;
