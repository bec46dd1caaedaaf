/** What tills call: each feature is a package below this one, with one thin way in. */
@NullMarked
package io.tillsync.sync;

import org.jspecify.annotations.NullMarked;
