package io.tillsync.audit.log;

/**
 * What a caller asked for, so that a retry finds the commit that the first call made.
 *
 * @param id unique for each thing asked for, within a log; holds the caller's own name, so that nobody meets another's
 * @param fingerprint of everything asked for: another one under the same id is a caller's mistake
 */
public record Operation(String id, String fingerprint) {

    public Operation {
        WellFormed.require(id);
        if (id.isBlank() || id.length() > 300) {
            throw new IllegalArgumentException("An operation's id has 1 to 300 characters");
        }
    }
}
