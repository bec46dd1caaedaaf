package io.tillsync.console.home;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Commands for a newcomer to paste into a shell, one after the other.
 *
 * @param base where this process is reached, without a slash at the end
 */
public record Tries(String base) {

    private static final String AUTHORISED = " -H \"Authorization: Bearer $TOKEN\"";
    private static final String JSON = " -H 'Content-Type: application/json'";

    /**
     * Puts a token into the shell's variable {@code TOKEN}.
     *
     * @param password as it stands within single quotes in a shell
     */
    public String logIn(String username, String password) {
        return "TOKEN=$(curl -s " + base + "/api/v1/auth/login" + JSON
                + " -d '{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}'"
                + " | sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/')";
    }

    public String list(String words) {
        return "curl -s '" + base + "/api/v1/products?q=" + words + "&limit=5'" + AUTHORISED;
    }

    /** Works once, since the version is another afterwards. */
    public String changePrice(String productId, String price) {
        return "curl -s -X PATCH " + base + "/api/v1/products/" + productId + AUTHORISED + JSON
                + " -d '{\"syncVersion\":1,\"price\":" + price + "}'";
    }

    /** What has changed since then, for the tills of one store. */
    public String follow(String storeId, Instant since) {
        return "curl -s '" + base + "/api/v1/sync/changes?since=" + since.truncatedTo(ChronoUnit.MILLIS) + "'"
                + AUTHORISED + " -H 'X-Store-Id: " + storeId + "'";
    }
}
