package io.tillsync.sync.breach;

import io.tillsync.console.breach.Screen;

public record SyncThatKnowsScreens(Screen screen) {}
