/** The entity types of a business's catalog, one declaration a file. */
@NullMarked
package io.tillsync.core.catalog;

import org.jspecify.annotations.NullMarked;
