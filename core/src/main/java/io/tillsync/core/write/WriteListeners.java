package io.tillsync.core.write;

import io.tillsync.audit.log.Commit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who listen to writes. What is told to them has happened already: one that fails changes nothing of it. */
final class WriteListeners implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(WriteListeners.class);

    private final List<WriteListener> all = new CopyOnWriteArrayList<>();

    void add(WriteListener listener) {
        all.add(listener);
    }

    @Override
    public void decided(ChangeRequest request, List<Outcome> outcomes) {
        tell(listener -> listener.decided(request, outcomes));
    }

    @Override
    public void appended(List<Commit> commits, Duration append, Duration projection) {
        tell(listener -> listener.appended(commits, append, projection));
    }

    @Override
    public void retried(Cause cause) {
        tell(listener -> listener.retried(cause));
    }

    private void tell(Consumer<WriteListener> news) {
        for (WriteListener listener : all) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener to writes failed", e);
            }
        }
    }
}
