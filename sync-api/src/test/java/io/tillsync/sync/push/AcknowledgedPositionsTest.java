package io.tillsync.sync.push;

import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Head;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.write.TestProcess;
import io.tillsync.sync.socket.Sockets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class AcknowledgedPositionsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<String> connected = new HashSet<>(Set.of("terminal:1", "terminal:2"));

    private double mostBehind() {
        return meters.get("tillsync.tills.behind.max").gauge().value();
    }

    @Test
    void forgetsTillsThatHaveGone() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start()) {
            TestProcess process = TestProcess.over(mongo.fresh());
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            beans.addBean("sockets", new Connected(connected));
            AcknowledgedPositions positions =
                    new AcknowledgedPositions(process.feeds, beans.getBeanProvider(Sockets.class), meters);
            SyncToken start = new SyncToken(List.of(Cursor.at(Head.empty(BUSINESS))));
            process.edit(product("p"));
            positions.put("terminal:1", start);
            positions.put("terminal:2", new SyncToken(List.of(Cursor.at(process.feeds.head(BUSINESS)))));
            process.edit(product("q"));

            positions.forget();
            assertThat(mostBehind()).isEqualTo(2);
            connected.remove("terminal:1");
            positions.forget();
            assertThat(mostBehind()).isEqualTo(1);
        }
    }

    /** Sockets of which only is known whose they are. */
    private record Connected(Set<String> principals) implements Sockets {

        @Override
        public void send(String room, String event, String json, Audience audience) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int disconnect(String principalId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int disconnect(String principalId, String tokenId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int connected() {
            return principals.size();
        }

        @Override
        public int connected(String room) {
            return principals.size();
        }

        @Override
        public Set<String> rooms() {
            return Set.of();
        }
    }
}
