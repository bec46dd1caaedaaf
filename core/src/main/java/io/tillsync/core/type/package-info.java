/** What a declaration of an entity type can say, and how what a client sends is checked against it. */
@NullMarked
package io.tillsync.core.type;

import org.jspecify.annotations.NullMarked;
