package io.tillsync.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillsync.console.startup.RunningTillsync;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WrongSettingIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.port=99999                         | SERVER_PORT (property server.port) must be from 0 (any free port) to 65535, not 99999.
            server.port=web                           | SERVER_PORT (property server.port) must be a whole number, not web.
            tillsync.mongodb.uri=localhost:27017      | TILLSYNC_MONGODB_URI (property tillsync.mongodb.uri) must be a MongoDB connection string
            tillsync.mongodb.uri=                     | TILLSYNC_MONGODB_URI (property tillsync.mongodb.uri) must be a MongoDB connection string
            tillsync.mongo.uri=mongodb://localhost    | tillsync.mongo.uri) is not a setting of Tillsync. These are: TILLSYNC_ADMIN_PASSWORD,
            tillsync.demo.password=seven77            | TILLSYNC_DEMO_PASSWORD (property tillsync.demo.password) must have at least 8 characters
            tillsync.admin.password=seven77           | TILLSYNC_ADMIN_PASSWORD (property tillsync.admin.password) must have at least 8 characters
            tillsync.write.batch-changes=0            | TILLSYNC_WRITE_BATCH_CHANGES (property tillsync.write.batch-changes) must be from 1 to 10000, not 0.
            tillsync.write.patience=2m                | TILLSYNC_WRITE_PATIENCE (property tillsync.write.patience) must be more than 0 and at most 1m, not 2m.
            tillsync.write.patience=soon              | TILLSYNC_WRITE_PATIENCE (property tillsync.write.patience) must be a time, such as 500ms, 5s or 2m, not soon.
            tillsync.feed.tail-bytes=much             | TILLSYNC_FEED_TAIL_BYTES (property tillsync.feed.tail-bytes) must be a size, such as 512KB or 32MB, not much.
            tillsync.feed.poll-interval=3s            | TILLSYNC_FEED_POLL_INTERVAL (property tillsync.feed.poll-interval) must be shorter than TILLSYNC_FEED_CONFIRMED_WITHIN
            tillsync.proxies.trusted=proxy.example    | TILLSYNC_PROXIES_TRUSTED (property tillsync.proxies.trusted) must be addresses or CIDR blocks such as 10.0.0.5,10.1.0.0/16, not proxy.example.
            tillsync.socket.queue-size=1              | TILLSYNC_SOCKET_QUEUE_SIZE (property tillsync.socket.queue-size) must be greater than or equal to 16, not 1.
            """)
    void isNamedWithWhatIsAllowedAndWithoutAStackTrace(String setting, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> RunningTillsync.started(setting)).isNotNull();

        assertThat(output).contains("APPLICATION FAILED TO START").contains(sentence);
        assertThat(output).doesNotContain("\tat ").doesNotContain("seven77");
    }
}
