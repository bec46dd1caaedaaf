package io.tillsync.core.breach;

import io.tillsync.sync.breach.SyncThatKnowsScreens;

public record CoreThatKnowsSync(SyncThatKnowsScreens sync) {}
