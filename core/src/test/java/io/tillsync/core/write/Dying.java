package io.tillsync.core.write;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.Interposed.Call;

/** The database as a process sees it that dies at one of its writes: from then on nothing it does arrives. */
final class Dying {

    /** How much of the last write arrives. */
    enum Last {
        NOTHING,
        HALF,
        ALL
    }

    private final Last last;
    private int left;
    private boolean dead;

    private Dying(int write, Last last) {
        this.left = write;
        this.last = last;
    }

    /** The one that dies at its n-th write, from 1. */
    static Dying at(int write, Last last) {
        return new Dying(write, last);
    }

    MongoDatabase over(MongoDatabase database) {
        return Interposed.over(database, this::on);
    }

    boolean isDead() {
        return dead;
    }

    private Object on(Call call) throws Throwable {
        if (dead) {
            throw lost();
        }
        if (!call.isWrite() || --left > 0) {
            return call.proceed();
        }
        dead = true;
        if (last == Last.ALL) {
            call.proceed();
        } else if (last == Last.HALF && call.documents().size() > 1) {
            call.proceedWithFirst(call.documents().size() / 2);
        }
        throw lost();
    }

    private static MongoSocketReadException lost() {
        return new MongoSocketReadException("the process is dead", new ServerAddress());
    }
}
