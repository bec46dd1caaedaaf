package io.tillsync.console.catalog;

import io.tillsync.audit.log.Operation;
import io.tillsync.console.page.Place;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Names what forms ask for, so that one that is sent again after a lost answer does nothing twice. The name holds what was asked: whoever
 * goes on typing after a lost answer asks for something else.
 */
final class Operations {

    private static final int LONGEST = 64;
    /** Another one after logging in again, which is no other thing to ask for. */
    private static final String FORGERY_TOKEN = "_csrf";

    private Operations() {}

    /** For a form that is made now. */
    static String create() {
        return UUID.randomUUID().toString();
    }

    static Operation of(Place place, String given, String what, Map<String, String> asked) {
        TreeMap<String, String> all = new TreeMap<>(asked);
        all.remove(FORGERY_TOKEN);
        String digest = digest(what + all);
        String name = given.isBlank() || given.length() > LONGEST ? create() : given;
        return new Operation("console/" + place.visitor().principal().id() + "/" + name + "/" + digest, digest);
    }

    /** The same as an id, for what is kept under a name of its own. */
    static String id(Place place, String given, String what, Map<String, String> asked) {
        return digest(of(place, given, what, asked).id());
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
