/** The OpenAPI document: made from the controllers' mappings and signatures, and from the declarations of the entity types. */
@NullMarked
package io.tillsync.sync.openapi;

import org.jspecify.annotations.NullMarked;
