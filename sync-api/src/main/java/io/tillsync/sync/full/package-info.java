/** The first load: everything, page by page. */
@NullMarked
package io.tillsync.sync.full;

import org.jspecify.annotations.NullMarked;
