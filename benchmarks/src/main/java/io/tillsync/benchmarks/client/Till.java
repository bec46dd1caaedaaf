package io.tillsync.benchmarks.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One till's socket: it joins, answers pings, and tells of the commits that it hears of. It understands no more than that takes. */
final class Till {

    private static final byte[] NOTHING = {};
    private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
    private static final byte[] COMMIT = bytes("42[\"sync:commit\"");
    private static final byte[] JOINED = bytes("40");
    private static final byte[] OPEN = bytes("0");
    private static final byte[] PING = bytes("2");
    private static final int TEXT = 1;

    private static final List<String> UPGRADE = List.of(
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            "Host: localhost",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Sec-WebSocket-Version: 13");

    private final SocketChannel channel;
    private final TillSockets all;
    private byte[] rest = NOTHING;
    private boolean isUpgraded;

    Till(SocketChannel channel, TillSockets all) {
        this.channel = channel;
        this.all = all;
    }

    void greet() throws IOException {
        channel.write(ByteBuffer.wrap(bytes(String.join("\r\n", UPGRADE) + "\r\n\r\n")));
    }

    /** Reads what there is; false where the server has hung up. */
    boolean read(ByteBuffer buffer) throws IOException {
        buffer.clear().put(rest);
        if (channel.read(buffer) < 0) {
            return false;
        }
        buffer.flip();
        if (!isUpgraded) {
            skipHead(buffer);
        }
        while (isUpgraded && takeFrame(buffer)) {}
        rest = buffer.hasRemaining() ? new byte[buffer.remaining()] : NOTHING;
        buffer.get(rest);
        return true;
    }

    private void skipHead(ByteBuffer buffer) {
        for (int at = buffer.position(); at + END_OF_HEAD.length <= buffer.limit(); at++) {
            if (startsWith(buffer, at, END_OF_HEAD)) {
                buffer.position(at + END_OF_HEAD.length);
                isUpgraded = true;
                return;
            }
        }
    }

    /** False, having taken nothing, where it is not whole. */
    private boolean takeFrame(ByteBuffer buffer) throws IOException {
        int start = buffer.position();
        if (buffer.remaining() < 2) {
            return false;
        }
        int opcode = buffer.get() & 0x0f;
        int length = buffer.get();
        if (length == 126 && buffer.remaining() >= 2) {
            length = buffer.getShort() & 0xffff;
        } else if (length >= 126) {
            buffer.position(start);
            return false;
        }
        if (buffer.remaining() < length) {
            buffer.position(start);
            return false;
        }
        int payload = buffer.position();
        if (opcode == TEXT) {
            take(buffer, payload, length);
        }
        buffer.position(payload + length);
        return true;
    }

    private void take(ByteBuffer buffer, int at, int length) throws IOException {
        if (length == 1 && startsWith(buffer, at, PING)) {
            send("3");
        } else if (startsWith(buffer, at, COMMIT)) {
            all.heard();
        } else if (startsWith(buffer, at, JOINED)) {
            all.joined();
        } else if (startsWith(buffer, at, OPEN)) {
            send("40{\"token\":\"" + all.token() + "\",\"events\":false}");
        }
    }

    /** A client must mask; a mask of zeros does. */
    private void send(String packet) throws IOException {
        byte[] payload = bytes(packet);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        channel.write(frame.putInt(0).put(payload).flip());
    }

    private static boolean startsWith(ByteBuffer buffer, int at, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (at + i >= buffer.limit() || buffer.get(at + i) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
