/** What holds for every answer: its common headers, compression, and the settings of the server that gives it. */
@NullMarked
package io.tillsync.sync.http;

import org.jspecify.annotations.NullMarked;
