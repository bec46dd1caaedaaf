/** Businesses, stores, users and terminals over HTTP. */
@NullMarked
package io.tillsync.sync.tenancy;

import org.jspecify.annotations.NullMarked;
