package io.tillsync.sync.call;

import io.tillsync.audit.log.LogId;
import java.util.List;

/**
 * A call about everything that a till of one store follows.
 *
 * @param logs the business's log and the store's, in this order
 */
public record SyncCall(List<LogId> logs) {}
