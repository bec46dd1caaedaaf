package io.tillsync.sync.redis;

/** A Redis that comes with this process, used where no other was named. */
public interface RedisServer {

    /**
     * Its address, when it answers. Is asked for once, and not on the way of any request, so that it may take its time.
     *
     * @throws RuntimeException where it cannot be had
     */
    String address();
}
