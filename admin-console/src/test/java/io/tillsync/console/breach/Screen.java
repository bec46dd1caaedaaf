package io.tillsync.console.breach;

public record Screen(String name) {}
