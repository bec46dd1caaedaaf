package io.tillsync.sync.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.json.JSONArray;
import org.junit.jupiter.api.Test;

class EventPacketTest {

    @Test
    void leavesThePayloadAsItIs() {
        assertThat(EventPacket.encode("sync:commit", "{ \"name\" : \"Käse 😀\" }"))
                .isEqualTo("42[\"sync:commit\",{ \"name\" : \"Käse 😀\" }]");
    }

    @Test
    void escapesHalfAPairWhichNoSocketCouldBeSent() {
        String packet = EventPacket.encode("e", "\"😀 \ud83d\"");

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(packet)).isTrue();
        assertThat(new JSONArray(packet.substring(2)).getString(1)).isEqualTo("😀 \ud83d");
    }
}
