/** One edit of many entities: what it would do, doing it batch by batch, and taking it back. */
@NullMarked
package io.tillsync.core.bulk;

import org.jspecify.annotations.NullMarked;
