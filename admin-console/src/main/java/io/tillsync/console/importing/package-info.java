/** Files of products and the like: what they would come to, how far they are, what was rejected, and taking them back. */
@NullMarked
package io.tillsync.console.importing;

import org.jspecify.annotations.NullMarked;
