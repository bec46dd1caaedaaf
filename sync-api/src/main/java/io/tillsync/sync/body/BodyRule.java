package io.tillsync.sync.body;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What one request may send.
 *
 * @param limit in bytes, after decompression
 * @param gzip whether {@code Content-Encoding: gzip} is understood
 */
record BodyRule(long limit, boolean gzip) {
    private static final String IMPORTS = "/api/v1/imports/";

    static BodyRule of(HttpServletRequest request, BodyLimits limits) {
        boolean imports = request.getServletPath().startsWith(IMPORTS);
        return new BodyRule((imports ? limits.imports() : limits.json()).toBytes(), imports);
    }
}
