/** What sockets are told of commits, and what they ask. */
@NullMarked
package io.tillsync.sync.push;

import org.jspecify.annotations.NullMarked;
