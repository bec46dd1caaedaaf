package io.tillsync.benchmarks.client;

import io.tillsync.benchmarks.report.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Thousands of tills that listen by Socket.IO, on one thread. */
public final class TillSockets implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int AT_ONCE = 100;

    private final InetSocketAddress server;
    private final String token;
    private final Selector selector;
    private final Semaphore joining = new Semaphore(AT_ONCE);
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile Round round = new Round(0, new Samples(0), new CountDownLatch(0));
    private volatile boolean closed;

    /** What is counted at the moment: the first commit that each of them is told of. */
    private record Round(long start, Samples samples, CountDownLatch open) {}

    public TillSockets(int port, String token) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.token = token;
        this.selector = Selector.open();
        Thread.ofPlatform().name("tills").daemon().start(this::work);
    }

    /** Connects more of them, until there are so many; returns when all have joined. */
    public void growTo(int wanted) throws IOException, InterruptedException {
        for (int begun = joined.get() + lost.get(); begun < wanted; begun++) {
            if (!joining.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IOException(joined + " sockets have joined, no more do");
            }
            SocketChannel channel = SocketChannel.open();
            channel.connect(server);
            channel.configureBlocking(false);
            Till till = new Till(channel, this);
            till.greet();
            channel.register(selector, SelectionKey.OP_READ, till);
            selector.wakeup();
        }
        if (!joining.tryAcquire(AT_ONCE, 30, TimeUnit.SECONDS)) {
            throw new IOException(joined + " sockets have joined, no more do");
        }
        joining.release(AT_ONCE);
        if (lost.get() > 0) {
            throw new IOException(lost + " sockets were cut off");
        }
    }

    /**
     * Does something that commits, and waits until all have heard of it.
     *
     * @param samples gets for each of them the time from the beginning until it has heard
     */
    public void hear(Commit commit, Samples samples, Duration patience) throws IOException, InterruptedException {
        CountDownLatch open = new CountDownLatch(joined.get());
        round = new Round(System.nanoTime(), samples, open);
        commit.make();
        if (!open.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException(open.getCount() + " sockets have not heard of a commit");
        }
    }

    /** Something that commits. */
    public interface Commit {
        void make() throws IOException;
    }

    String token() {
        return token;
    }

    void joined() {
        joined.incrementAndGet();
        joining.release();
    }

    void heard() {
        Round now = round;
        now.samples().add(System.nanoTime() - now.start());
        now.open().countDown();
    }

    private void work() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try {
            while (!closed) {
                selector.select(key -> read(key, buffer), 1_000);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        try {
            if (key.attachment() instanceof Till till && !till.read(buffer)) {
                throw new IOException("The server has hung up");
            }
        } catch (IOException e) {
            key.cancel();
            lost.incrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
