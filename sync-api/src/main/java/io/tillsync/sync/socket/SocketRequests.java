package io.tillsync.sync.socket;

/**
 * Answers what clients ask over their socket. A socket's requests are run one after the other, in the order they came; those of different
 * sockets at the same time, up to a bound. They may do I/O. An exception is logged, and the client answered {@code unavailable}.
 */
public interface SocketRequests {

    /** {@code sync:hello}: where the client stands with this token. */
    HelloAnswer hello(SocketSession session, String token);

    /** {@code sync:ack}: the client has applied everything up to this token. A token that is none of its logs' is ignored. */
    void ack(SocketSession session, String token);

    /** What a client is told on {@code sync:hello}. */
    sealed interface HelloAnswer {

        /**
         * The client can follow from where it is.
         *
         * @param token  the present token
         * @param behind commits between the client's token and this one
         */
        record Standing(String token, long behind) implements HelloAnswer {}

        /**
         * The client's token cannot be followed from.
         *
         * @param code of the error catalogue, such as {@code resync-required}
         */
        record Refused(String code) implements HelloAnswer {}
    }
}
