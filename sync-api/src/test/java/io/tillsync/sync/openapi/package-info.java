/** Holds the OpenAPI document against the answers, and the answers against the document. */
@NullMarked
package io.tillsync.sync.openapi;

import org.jspecify.annotations.NullMarked;
