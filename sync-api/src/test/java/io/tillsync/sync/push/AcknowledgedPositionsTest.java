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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class AcknowledgedPositionsTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<String> connected = new HashSet<>(Set.of("terminal:1", "terminal:2"));
    private final TestProcess process = TestProcess.over(MONGO.fresh());
    private final AcknowledgedPositions positions =
            new AcknowledgedPositions(process.feeds, sockets(), meters); // which its meter alone would not keep

    private ObjectProvider<Sockets> sockets() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sockets", new Connected(connected));
        return beans.getBeanProvider(Sockets.class);
    }

    private double mostBehind() {
        return meters.get("tillsync.tills.behind.max").gauge().value();
    }

    @Test
    void forgetsTillsThatHaveGone() {
        process.edit(product("p"));
        positions.put("terminal:1", new SyncToken(List.of(Cursor.at(Head.empty(BUSINESS)))));
        positions.put("terminal:2", new SyncToken(List.of(Cursor.at(process.feeds.head(BUSINESS)))));
        process.edit(product("q"));

        positions.forget();
        assertThat(mostBehind()).isEqualTo(2);
        connected.remove("terminal:1");
        positions.forget();
        assertThat(mostBehind()).isEqualTo(1);
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
