/** The way in and out: log-in by form, the session's cookie, one's own password. */
@NullMarked
package io.tillsync.console.login;

import org.jspecify.annotations.NullMarked;
