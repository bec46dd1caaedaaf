/** What happens between the start of the process and its first answer. */
@NullMarked
package io.tillsync.console.startup;

import org.jspecify.annotations.NullMarked;
