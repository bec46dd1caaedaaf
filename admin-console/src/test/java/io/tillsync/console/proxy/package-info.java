/** What the nginx configuration that is handed out does, with Debian's nginx and two processes that are played. */
@NullMarked
package io.tillsync.console.proxy;

import org.jspecify.annotations.NullMarked;
