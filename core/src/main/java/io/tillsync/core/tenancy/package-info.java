/** Businesses, their stores, the people and terminals that act in them, and their credentials. */
@NullMarked
package io.tillsync.core.tenancy;

import org.jspecify.annotations.NullMarked;
