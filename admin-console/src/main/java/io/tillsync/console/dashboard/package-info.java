/** What is worth seeing of a store on one screen. */
@NullMarked
package io.tillsync.console.dashboard;

import org.jspecify.annotations.NullMarked;
