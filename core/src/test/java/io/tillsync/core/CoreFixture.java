package io.tillsync.core;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commits;
import io.tillsync.core.feed.Feeds;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * One process of core, with all its beans, on a database; several on the same database are several processes. Nothing runs by itself in
 * it: {@link #follow} looks for what the others have written.
 */
public final class CoreFixture implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SettableClock clock;

    private CoreFixture(MongoDatabase database, SettableClock clock) {
        this.clock = clock;
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Commits.class, () -> new Commits(database));
        context.registerBean(Clock.class, () -> clock);
        context.register(Beans.class);
        context.refresh();
    }

    /** No {@code @Configuration}: where these fixtures are on the class path, the application itself would find it. */
    @ComponentScan(
            basePackages = "io.tillsync.core",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*FeedFollower"))
    @ConfigurationPropertiesScan("io.tillsync.core")
    static class Beans {}

    public static CoreFixture on(MongoDatabase database) {
        return on(database, new SettableClock());
    }

    public static CoreFixture on(MongoDatabase database, SettableClock clock) {
        return new CoreFixture(database, clock);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public SettableClock clock() {
        return clock;
    }

    /** Takes in what other processes have written to the logs that this one follows. */
    public void follow() {
        get(Feeds.class).followAll();
    }

    @Override
    public void close() {
        context.close();
    }
}
