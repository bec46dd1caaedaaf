/** Who may see what lies outside the API: pages, health, metrics. */
@NullMarked
package io.tillsync.console.access;

import org.jspecify.annotations.NullMarked;
