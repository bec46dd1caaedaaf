package io.tillsync.console.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    @Test
    void keepWhatMakesTheLogRightWhateverTheConnectionStringSays() {
        MongoClientSettings settings = ClientSettings.of(new ConnectionString(
                "mongodb://host/?w=1&journal=false&readConcernLevel=local&readPreference=nearest"));

        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
    }

    @Test
    void boundEveryWait() {
        MongoClientSettings settings = ClientSettings.of(new ConnectionString("mongodb://host"));

        assertThat(settings.getTimeout(MILLISECONDS)).isEqualTo(10_000);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(MILLISECONDS))
                .isEqualTo(2_500);
        assertThat(settings.getSocketSettings().getConnectTimeout(MILLISECONDS)).isEqualTo(2_000);
    }

    @Test
    void letTheConnectionStringChangeTimesAndSizes() {
        MongoClientSettings settings =
                ClientSettings.of(new ConnectionString("mongodb://host/?timeoutMS=30000&maxPoolSize=7"));

        assertThat(settings.getTimeout(MILLISECONDS)).isEqualTo(30_000);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
    }
}
