package io.tillsync.sync.socket;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client made by hand, so that it costs next to nothing, can misbehave in every way, and break off as a pulled cable does. */
final class LightTill implements AutoCloseable {

    private static final String TARGET = "/socket.io/?EIO=4&transport=websocket";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    private final Socket socket = new Socket();
    private final List<String> packets = new CopyOnWriteArrayList<>();
    private String greeting = "";
    private volatile boolean answersPings = true;
    private volatile boolean over;

    private LightTill() {}

    /** Opens a WebSocket and reads what comes. */
    static LightTill open(int port, String... headers) throws IOException {
        LightTill till = connect(port, 0, TARGET, headers);
        DataInputStream in = new DataInputStream(new BufferedInputStream(till.socket.getInputStream()));
        till.readGreeting(in);
        Thread.ofVirtual().start(() -> till.read(in));
        return till;
    }

    /** Opens one with a receive buffer of a few packets, and never reads a byte. */
    static LightTill openDeaf(int port) throws IOException {
        return connect(port, 2048, TARGET);
    }

    /** Only asks, and returns the head of the answer. */
    static String statusOf(int port, String target, String... headers) throws IOException {
        try (LightTill till = connect(port, 0, target, headers)) {
            till.readGreeting(new DataInputStream(till.socket.getInputStream()));
            return till.greeting;
        }
    }

    private static LightTill connect(int port, int receiveBuffer, String target, String... headers) throws IOException {
        LightTill till = new LightTill();
        if (receiveBuffer > 0) {
            till.socket.setReceiveBufferSize(receiveBuffer);
        }
        till.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        till.write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
                + more + "\r\n");
        return till;
    }

    private void readGreeting(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        greeting = head.toString();
    }

    private void read(DataInputStream in) {
        try {
            while (readFrame(in)) {
                over = false;
            }
        } catch (IOException e) {
            over = true; // broken off, by whomever
        }
        over = true;
    }

    private boolean readFrame(DataInputStream in) throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] payload = in.readNBytes(length);
        if (opcode == TEXT) {
            take(new String(payload, StandardCharsets.UTF_8));
        } else if (opcode == CLOSE) {
            frame(CLOSE, payload);
        }
        return opcode != CLOSE;
    }

    private void take(String packet) throws IOException {
        if (packet.equals("2") && answersPings) {
            send("3");
        } else {
            packets.add(packet);
        }
    }

    void join(String token) throws IOException {
        send("40{\"token\":\"" + token + "\"}");
    }

    void send(String packet) throws IOException {
        frame(TEXT, packet.getBytes(StandardCharsets.UTF_8));
    }

    /** A client must mask; a mask of zeros does. */
    private synchronized void frame(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        OutputStream out = socket.getOutputStream();
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    void answersPings(boolean answers) {
        answersPings = answers;
    }

    /** Leaves as the protocol has it. */
    void leave() throws IOException {
        frame(CLOSE, new byte[] {3, (byte) 0xe8});
    }

    /** Breaks off with a reset, without a word. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    List<String> packets() {
        return packets;
    }

    /** The server's answer to the upgrade. */
    String greeting() {
        return greeting;
    }

    boolean isOver() {
        return over;
    }

    boolean isConnected() {
        return packets.stream().anyMatch(packet -> packet.startsWith("40"));
    }

    /** Closes the TCP connection without a close frame. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
