package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of clients that come and go in every way there is while everybody is broadcast to. Used as its documentation shows, the library
 * deadlocks within seconds of this.
 */
class ChurnIT {

    private static final Duration FOR = Duration.ofSeconds(15);
    private static final int CHURNING = 200;
    private static final int STABLE = 20;
    private static final String FILLING = "x".repeat(1000);

    /** Of these it takes some hundred to fill what the kernel keeps for one that does not read. */
    private static final String LARGE = "\"" + "x".repeat(32_000) + "\"";

    private final long seed = Long.getLong("tillsync.seed", System.nanoTime());
    private final AtomicInteger visits = new AtomicInteger();
    private final AtomicInteger broadcasts = new AtomicInteger();
    private final List<Exception> surprises = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    @Test
    void endsWithoutDeadlockWithoutStarvingAnybodyAndWithNothingLeftBehind() throws Exception {
        System.out.println("churn with -Dtillsync.seed=" + seed);
        try (SocketServer server = new SocketServer(
                "tillsync.socket.join-timeout=1s",
                "tillsync.socket.ping-interval=2s",
                "tillsync.socket.ping-timeout=20s")) {
            List<LightTill> stable = connectStable(server);
            LightTill deaf = LightTill.openDeaf(server.port());
            deaf.join("till:deaf@store:a,store:deaf");
            until(() -> server.sockets().connected("store:a") == STABLE + 1);

            int sent = churnAndBroadcast(server);
            broadcasts.set(sent);

            assertThat(surprises).isEmpty();
            assertThat(server.deadlocks().find()).isEmpty();
            stable.forEach(till -> heardAll(till, sent));
            assertThat(server.connections().overflows())
                    .as("the one that never reads")
                    .isPositive();
            until(() -> server.sockets().connected("store:a") == STABLE);
            leave(stable);
            deaf.close();
            nothingIsLeft(server);
        }
        System.out.println(visits + " visits while " + broadcasts + " broadcasts were sent");
    }

    private static List<LightTill> connectStable(SocketServer server) throws IOException {
        List<LightTill> stable = new ArrayList<>();
        for (int n = 0; n < STABLE; n++) {
            LightTill till = LightTill.open(server.port());
            till.join("till:stable" + n + "@store:a,business:b");
            stable.add(till);
        }
        return stable;
    }

    /** How many broadcasts were sent. */
    private int churnAndBroadcast(SocketServer server) throws InterruptedException {
        long end = System.nanoTime() + FOR.toNanos();
        long latest = end + FOR.toNanos();
        int sent = 0;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, CHURNING).forEach(n -> clients.execute(() -> comeAndGo(server, n)));
            for (; System.nanoTime() < end || (nobodyWasTooSlow(server) && System.nanoTime() < latest); sent++) {
                server.sockets().send("store:a", "sync:commit", numbered(sent), Sockets.Audience.ALL);
                server.sockets().send("store:deaf", "sync:commit", LARGE, Sockets.Audience.ALL);
                if (sent % 10 == 0) {
                    server.sockets().disconnect("terminal:churn" + sent % CHURNING);
                }
                LockSupport.parkNanos(
                        TimeUnit.MILLISECONDS.toNanos(8)); // the pace of the load, not a wait for anything
            }
            over = true;
        }
        return sent;
    }

    /** On a slow machine it takes longer until the deaf one has been sent more than the kernel keeps for it. */
    private static boolean nobodyWasTooSlow(SocketServer server) {
        return server.connections().overflows() == 0;
    }

    private static String numbered(int n) {
        return "{\"seq\":" + n + ",\"x\":\"" + FILLING + "\"}";
    }

    private void comeAndGo(SocketServer server, int n) {
        Random random = new Random(seed + n);
        while (!over) {
            try (LightTill till = LightTill.open(server.port())) {
                behave(till, n, random);
                visits.incrementAndGet();
            } catch (IOException e) {
                // cut off by the server in the middle of something: part of the game
            } catch (RuntimeException e) {
                surprises.add(e);
            }
        }
    }

    private static void behave(LightTill till, int n, Random random) throws IOException {
        int way = random.nextInt(10);
        if (way == 0) {
            till.send("40{\"token\":\"stolen\"}");
        } else if (way > 1) {
            till.join("till:churn" + n + "@store:a,business:b");
        }
        LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
        if (way == 2) {
            till.send("42[\"sync:hello\",{\"token\":\"t1\"}]");
        } else if (way == 3) {
            till.send("41");
        } else if (way < 6) {
            till.leave();
        } else if (way < 8) {
            till.reset();
        }
    }

    private static void heardAll(LightTill till, int sent) {
        until(() -> till.isOver() || heard(till).size() == sent);
        assertThat(heard(till)).isEqualTo(IntStream.range(0, sent).boxed().toList());
    }

    private static List<Integer> heard(LightTill till) {
        return till.packets().stream()
                .filter(packet -> packet.startsWith("42"))
                .map(packet -> packet.substring(packet.indexOf("\"seq\":") + 6, packet.indexOf(",\"x\"")))
                .map(Integer::valueOf)
                .toList();
    }

    private static void leave(List<LightTill> tills) throws IOException {
        for (LightTill till : tills) {
            till.leave();
        }
    }

    private static void nothingIsLeft(SocketServer server) {
        until(() -> server.connections().open() == 0);
        assertThat(server.engine().entries()).isZero();
        assertThat(server.engine().timers()).isZero();
        assertThat(server.sockets().connected()).isZero();
        assertThat(server.sockets().rooms()).isEmpty();
        assertThat(server.deadlocks().find()).isEmpty();
    }
}
