/** Three-way comparison of what two sides made of one base. */
@NullMarked
package io.tillsync.core.merge;

import org.jspecify.annotations.NullMarked;
