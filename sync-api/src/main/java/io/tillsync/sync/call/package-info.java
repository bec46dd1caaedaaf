/** What every call has in common: who calls, for which store, with which key, and the form of the answers. */
@NullMarked
package io.tillsync.sync.call;

import org.jspecify.annotations.NullMarked;
