/** Logging in and out, and the enrolment of tills. */
@NullMarked
package io.tillsync.sync.login;

import org.jspecify.annotations.NullMarked;
