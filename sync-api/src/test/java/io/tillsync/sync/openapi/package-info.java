@NullMarked
package io.tillsync.sync.openapi;

import org.jspecify.annotations.NullMarked;
