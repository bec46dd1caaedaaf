package io.tillsync.console.database;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.tillsync.core.trace.DatabaseWork;
import io.tillsync.core.trace.SomeLines;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts commands for the request that they are sent for, and tells in the log of slow ones: what they look for, but no value of it. */
final class CommandWatch implements CommandListener {

    private static final Logger LOG = LoggerFactory.getLogger("SlowQueries");

    private final Duration slow;
    private final SomeLines lines = SomeLines.atMost(20, Duration.ofMinutes(1));
    private final Map<Integer, CommandShape> underWay = new ConcurrentHashMap<>();

    CommandWatch(Duration slow) {
        this.slow = slow;
    }

    /** The command can be read only now; while it is under way the driver uses its memory for other things. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        underWay.put(event.getRequestId(), CommandShape.of(event.getCommandName(), event.getCommand()));
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        ended(event.getRequestId(), event.getElapsedTime(TimeUnit.NANOSECONDS), "took");
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        ended(event.getRequestId(), event.getElapsedTime(TimeUnit.NANOSECONDS), "failed after");
    }

    private void tell(CommandShape shape, String how, Duration took) {
        String lookingFor = shape.text().isEmpty() ? "" : ", " + shape.text();
        lines.ifAllowed(leftOut ->
                LOG.warn("Slow query: {} {} {} ms{}{}", shape.name(), how, took.toMillis(), lookingFor, leftOut));
    }

    private void ended(int id, long nanos, String how) {
        CommandShape shape = underWay.remove(id);
        if (shape == null) {
            return;
        }
        Duration took = Duration.ofNanos(nanos);
        DatabaseWork.done(shape.name(), took);
        if (took.compareTo(slow) >= 0) {
            tell(shape, how, took);
        }
    }
}
