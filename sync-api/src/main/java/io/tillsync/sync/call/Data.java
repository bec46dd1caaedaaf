package io.tillsync.sync.call;

/** The form of every successful answer with a body. */
public record Data<T>(T data) {}
