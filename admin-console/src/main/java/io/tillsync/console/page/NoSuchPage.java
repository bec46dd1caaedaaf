package io.tillsync.console.page;

/** There is nothing under the address, as far as the visitor may know. */
public final class NoSuchPage extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
