package io.tillsync.console.rebuild;

import com.mongodb.MongoException;
import io.tillsync.console.mode.Mode;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar tillsync.jar rebuild}: checks each log's chain and writes what follows from it anew. It can be repeated, and has to be
 * where it was broken off. No process may serve the database meanwhile.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final String COMMAND = "rebuild";
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private Rebuild() {}

    public static boolean isAskedForBy(String... arguments) {
        return List.of(arguments).contains(COMMAND);
    }

    /** Gives the process's exit code: 0 where everything was made anew, 1 where the log tells what was not. */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(RebuildConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            if (context.getBean(Mode.class).isDemo()) {
                LOG.error("There is nothing to rebuild in a demo: TILLSYNC_MONGODB_URI has to name a database");
                return FAILED;
            }
            return context.getBean(AllLogs.class).rebuild() ? DONE : FAILED;
        } catch (MongoException e) {
            LOG.error("The database failed; nothing may be served before this has been repeated: {}", e.getMessage());
            return FAILED;
        }
    }
}
