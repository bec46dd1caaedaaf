/** Shows who changed what, when, from where, and what it was before; and makes it so again. */
@NullMarked
package io.tillsync.console.audit;

import org.jspecify.annotations.NullMarked;
