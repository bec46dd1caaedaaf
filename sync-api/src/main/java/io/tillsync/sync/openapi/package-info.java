/** The OpenAPI document at {@code /v3/api-docs}: what springdoc reads off the controllers, and what it cannot know. */
@NullMarked
package io.tillsync.sync.openapi;

import org.jspecify.annotations.NullMarked;
