package io.tillsync.sync.heads;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.FeedListener;
import io.tillsync.core.feed.Feeds;
import io.tillsync.sync.redis.Redis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says over Redis how far a log is whenever this process has appended to it, and looks at a log when another process says so. A message
 * is a hint, {@code <log> <seq>}: each process delivers from the log itself, and one that hears nothing finds out by asking.
 */
@Component
class HeadMessages implements FeedListener {

    private static final Logger LOG = LoggerFactory.getLogger(HeadMessages.class);
    private static final String CHANNEL = "tillsync:heads";
    private static final Pattern FORM = Pattern.compile("(\\S{1,100}) (\\d{1,12})");

    private final Feeds feeds;
    private final Redis redis;
    private final NewestHeads outgoing = new NewestHeads(this::publish);
    private final NewestHeads incoming = new NewestHeads(this::look);
    private final Counter published;
    private final Counter heard;

    HeadMessages(Feeds feeds, Redis redis, MeterRegistry meters) {
        this.feeds = feeds;
        this.redis = redis;
        this.published = Counter.builder("tillsync.heads.published")
                .description("Heads of logs told to other processes")
                .register(meters);
        this.heard = Counter.builder("tillsync.heads.heard")
                .description("Heads of logs heard of processes, this one among them")
                .register(meters);
        if (redis.isUsed()) {
            feeds.listen(this);
            redis.subscribe(CHANNEL, this::hear);
        }
    }

    @Override
    public void committed(List<Commit> commits) {
        // Others' commits too: their writers tell of those.
    }

    @Override
    public void appended(Head head) {
        if (redis.isConnected()) {
            outgoing.put(head.log(), head.seq());
        }
    }

    private void publish(Map<LogId, Seq> heads) {
        byte[] channel = CHANNEL.getBytes(StandardCharsets.UTF_8);
        heads.forEach((log, seq) -> redis.ask("publish", connection -> {
                    byte[] message = (log + " " + seq.value()).getBytes(StandardCharsets.UTF_8);
                    return connection.publish(channel, message);
                })
                .ifPresent(receivers -> published.increment()));
    }

    void hear(byte[] message) {
        Matcher said = FORM.matcher(new String(message, StandardCharsets.UTF_8));
        if (said.matches()) {
            try {
                incoming.put(new LogId(said.group(1)), new Seq(Long.parseLong(said.group(2))));
                heard.increment();
            } catch (IllegalArgumentException e) {
                LOG.debug("Not the head of a log: {}", said.group());
            }
        }
    }

    private void look(Map<LogId, Seq> heads) {
        try {
            feeds.heard(heads);
        } catch (RuntimeException e) {
            LOG.debug("A log that was heard of is left to be asked for", e); // Which tells when it fails.
        }
    }
}
