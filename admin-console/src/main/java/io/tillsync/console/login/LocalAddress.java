package io.tillsync.console.login;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after logging in, which has to be a page of ours: an address that comes with a request may have been made up by anybody. */
final class LocalAddress {

    private static final String HOME = "/";
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\{}]]{0,2000}");

    private LocalAddress() {}

    /** The address if it is one of ours, else that of the first page. */
    static String of(@Nullable String address) {
        return address != null
                        && (address.equals(HOME) || LOCAL.matcher(address).matches())
                ? address
                : HOME;
    }
}
