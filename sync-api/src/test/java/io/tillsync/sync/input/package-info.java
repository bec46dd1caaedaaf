/** What is wrong with requests, tried on the calls that there are. */
@NullMarked
package io.tillsync.sync.input;

import org.jspecify.annotations.NullMarked;
