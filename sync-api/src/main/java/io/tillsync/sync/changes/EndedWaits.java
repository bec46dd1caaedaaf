package io.tillsync.sync.changes;

import io.tillsync.core.feed.Arrivals;
import io.tillsync.core.tenancy.AccessChanges;
import io.tillsync.core.tenancy.AccessListener;
import io.tillsync.core.tenancy.Subject;
import io.tillsync.sync.auth.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Wakes callers who wait when their access ends. */
@Component
class EndedWaits implements AccessListener {

    private final Map<Subject, Set<Wait>> waiting = new ConcurrentHashMap<>();

    EndedWaits(AccessChanges changes) {
        changes.listen(this);
    }

    /** A caller's wait, which has to be closed. */
    final class Wait implements AutoCloseable {

        private final Caller caller;
        private final Arrivals.Next next;

        private Wait(Caller caller, Arrivals.Next next) {
            this.caller = caller;
            this.next = next;
        }

        /** Waits until something has arrived, or the caller's access has ended; at most that long. */
        void await(Duration time) throws InterruptedException {
            var unused = next.await(time);
        }

        @Override
        public void close() {
            waiting.computeIfPresent(caller.principal().subject(), (subject, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** From now on the wait ends with the caller's access too. Who looks at the access after this misses nothing. */
    Wait of(Caller caller, Arrivals.Next next) {
        Wait wait = new Wait(caller, next);
        waiting.compute(caller.principal().subject(), (subject, others) -> {
            Set<Wait> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(wait);
            return all;
        });
        return wait;
    }

    @Override
    public void accessEnded(Subject subject) {
        waiting.getOrDefault(subject, Set.of()).forEach(wait -> wait.next.wake());
    }

    @Override
    public void loggedOut(Subject user, String token) {
        waiting.getOrDefault(user, Set.of()).stream()
                .filter(wait -> wait.caller.token().equals(token))
                .forEach(wait -> wait.next.wake());
    }
}
