/** Entities over HTTP: one, pages, histories, and every way to change one. */
@NullMarked
package io.tillsync.sync.entity;

import org.jspecify.annotations.NullMarked;
