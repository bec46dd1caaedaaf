package io.tillsync.console.startup;

/** What has to be in the database before the first request, made where it is missing. */
public interface Preparation {

    /**
     * Runs once, when the database answers and before any request is let in. Several processes can do so at once.
     *
     * @throws RuntimeException where the process must not start
     */
    void prepare();
}
