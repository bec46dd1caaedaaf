package io.tillsync.core.feed;

import com.mongodb.MongoException;
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
                LOG.info("The database answers again; logs are followed");
            }
            failing = false;
        } catch (MongoException e) {
            if (!failing) {
                LOG.warn("The database does not answer; logs are followed again when it does: {}", e.getMessage());
            }
            failing = true;
        }
    }
}
