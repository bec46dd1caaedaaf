package io.tillsync.sync.http;

import java.io.IOException;
import java.io.StringReader;
import java.util.Enumeration;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1, with compression also of answers that have a strong ETag. Our ETags name a version of the data,
 * whatever its bytes: they serve 304 and {@code If-Match}, never byte ranges. Tomcat 11 compresses no such answer, and
 * has no setting for it; so it is not shown the header while it decides.
 */
public final class StrongETagCompression extends Http11NioProtocol {
    @Override
    public boolean useCompression(Request request, Response response) {
        if (refusesGzip(request.getMimeHeaders())) {
            return false;
        }
        MimeHeaders headers = response.getMimeHeaders();
        String tag = headers.getHeader("ETag");
        String vary = headers.getHeader("Vary");
        headers.removeHeader("ETag");
        try {
            return super.useCompression(request, response);
        } finally {
            restore(headers, "ETag", tag);
            if (vary != null && vary.contains("Accept-Encoding")) {
                // Tomcat has put the same names in lower case
                restore(headers, "Vary", vary);
            }
        }
    }

    private static void restore(MimeHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.setValue(name).setString(value);
        }
    }

    /** RFC 9110 §12.5.3: a weight of 0 means "not acceptable"; Tomcat only looks for the name. */
    private static boolean refusesGzip(MimeHeaders headers) {
        Enumeration<String> values = headers.values("Accept-Encoding");
        while (values.hasMoreElements()) {
            try {
                for (var accepted : AcceptEncoding.parse(new StringReader(values.nextElement()))) {
                    if (accepted.getEncoding().equalsIgnoreCase("gzip") && accepted.getQuality() == 0) {
                        return true;
                    }
                }
            } catch (IOException unreadable) {
                return true;
            }
        }
        return false;
    }
}
