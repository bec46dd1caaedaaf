package io.tillsync.sync.problem;

import java.util.Map;

/** Knows of addresses that a controller's pattern fits, but that it does not serve. */
public interface ServedAddresses {

    /**
     * Whether a controller serves an address that its pattern fits.
     *
     * @param pattern the controller's
     * @param variables what the pattern found in the address, by the names that the pattern gives
     */
    boolean isServed(String method, String pattern, Map<String, String> variables);
}
