package io.tillsync.sync.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request that hands in a file: decompressed where it came so, and bounded. */
public final class ImportBody {

    private ImportBody() {}

    /**
     * Opens it.
     *
     * @throws io.tillsync.sync.problem.ProblemException here or while it is read, where it is too large or packed in another way
     */
    public static InputStream of(HttpServletRequest request, BodyLimits limits) throws IOException {
        return new BoundedRequest(request, new BodyRule(limits.imports().toBytes(), true)).getInputStream();
    }
}
