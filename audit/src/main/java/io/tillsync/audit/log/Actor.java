package io.tillsync.audit.log;

import java.util.Optional;

/**
 * Who made a commit, as they were known at that moment: a later change of name or role does not change history.
 *
 * @param id of the user or terminal, or the name of the system's own part
 * @param role at that time; empty where the actor has none
 * @param address the IP address the request came from; empty for what the system does by itself
 */
public record Actor(Kind kind, String id, String name, Optional<String> role, Optional<String> address) {

    public Actor {
        WellFormed.require(id);
        WellFormed.require(name);
    }

    /** What sort of actor made the commit. */
    public enum Kind {
        USER,
        TERMINAL,
        SYSTEM
    }

    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part, part, Optional.empty(), Optional.empty());
    }
}
