/** The one way in which anything changes: requests are judged at a log's head and appended to it. */
@NullMarked
package io.tillsync.core.write;

import org.jspecify.annotations.NullMarked;
