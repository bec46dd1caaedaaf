package io.tillsync.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongodbPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"mongodb://user:se/cret@host", "mongodb://user:se:cret@host:port", "http://user:secret@host"})
    void tellWhatIsWrongWithoutThePassword(String uri) {
        Throwable refusal = catchThrowable(() -> new MongodbProperties(uri));

        assertThat(refusal).hasMessageContaining("must be a MongoDB connection string");
        assertThat(refusal).hasMessageNotContainingAny("se/cret", "cret", "secret");
    }

    @Test
    void doNotPrintThePassword() {
        assertThat(new MongodbProperties("mongodb://user:secret@host"))
                .asString()
                .doesNotContain("secret");
    }
}
