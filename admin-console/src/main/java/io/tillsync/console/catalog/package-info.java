/** The screens of what a type declares: lists, forms, edits of one and of many, export. Nothing here knows one type from another. */
@NullMarked
package io.tillsync.console.catalog;

import org.jspecify.annotations.NullMarked;
