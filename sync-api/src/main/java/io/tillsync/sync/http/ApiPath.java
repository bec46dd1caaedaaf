package io.tillsync.sync.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Tells what belongs to the API, and gets problem details and its headers, from pages and files. */
public final class ApiPath {
    private static final String ROOT = "/api";

    private ApiPath() {}

    /** Whether the caller asked for something under {@code /api}; in an error dispatch, whether it did at first. */
    public static boolean matches(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return isApi(original instanceof String uri ? uri : decodedPath(request));
    }

    private static boolean isApi(String path) {
        return path.startsWith(ROOT) && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
    }

    private static String decodedPath(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
