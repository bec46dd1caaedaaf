package io.tillsync.core.feed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps asking what other processes have appended, and says once when it cannot. */
@Component
class FeedFollower {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);

    private final Feeds feeds;
    private boolean failing;

    FeedFollower(Feeds feeds) {
        this.feeds = feeds;
    }

    @Scheduled(fixedDelayString = "${tillsync.feed.poll-interval:400ms}")
    void follow() {
        try {
            feeds.followAll();
            if (failing) {
                LOG.info("All logs are followed again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Not all logs can be followed; they are asked again until they can", e);
            }
            failing = true;
        }
    }
}
