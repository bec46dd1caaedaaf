package io.tillsync.benchmarks.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that is kept, made by hand: it sends bytes that were made before, and copies what it reads no more than it must. */
public final class Wire implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean isOver;
    private final byte[] skipped = new byte[BUFFER];
    private final StringBuilder line = new StringBuilder(200);

    private Wire(int port) throws IOException {
        this.port = port;
        this.socket = connected(port);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /**
     * An answer.
     *
     * @param body as it came
     * @param isCompressed whether it has to be unpacked
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reply(int status, String etag, byte[] body, boolean isCompressed) {}

    /** Connects to a port of this machine. */
    public static Wire to(int port) throws IOException {
        return new Wire(port);
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        return socket;
    }

    /** On a new connection where the server has said that it closes this one. */
    private void send(byte[] request) throws IOException {
        if (isOver) {
            socket.close();
            socket = connected(port);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            isOver = false;
        }
        socket.getOutputStream().write(request);
    }

    /** A request without a body, and its further headers. */
    public static byte[] get(String target, String token, String... headers) {
        return request("GET", target, token, "", headers);
    }

    /** A request with a JSON body, where it is not empty. */
    public static byte[] request(String method, String target, String token, String body, String... headers) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        text.append("Authorization: Bearer ").append(token).append("\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            text.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request and waits for the whole answer. */
    public Reply exchange(byte[] request) throws IOException {
        send(request);
        int status = Integer.parseInt(readLine().substring(9, 12));
        String etag = "";
        int length = 0;
        boolean isChunked = false;
        boolean isCompressed = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(name.length() + 1).strip();
            switch (name) {
                case "etag" -> etag = value;
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> isChunked = value.equalsIgnoreCase("chunked");
                case "content-encoding" -> isCompressed = value.equalsIgnoreCase("gzip");
                case "connection" -> isOver = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        return new Reply(status, etag, isChunked ? chunks() : in.readNBytes(length), isCompressed);
    }

    /** Does so with one whose answer is only waited for; the way to read it that costs least. */
    public int ask(byte[] request) throws IOException {
        send(request);
        int status = 0;
        int length = 0;
        boolean isChunked = false;
        for (int read = readRaw(); read > 0; read = readRaw()) {
            if (status == 0) {
                status = Integer.parseInt(line, 9, 12, 10);
            } else if (isHeader("content-length: ")) {
                length = Integer.parseInt(line, 16, read, 10);
            } else if (isHeader("transfer-encoding: chunked")) {
                isChunked = true;
            } else if (isHeader("connection: close")) {
                isOver = true;
            }
        }
        if (isChunked) {
            chunks();
        } else {
            skip(length);
        }
        return status;
    }

    private boolean isHeader(String start) {
        if (line.length() < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (Character.toLowerCase(line.charAt(i)) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(readLine(), 16);
    }

    private void skip(int bytes) throws IOException {
        int left = bytes;
        while (left > 0) {
            int read = in.read(skipped, 0, Math.min(left, skipped.length));
            if (read < 0) {
                throw new IOException("The server has hung up");
            }
            left -= read;
        }
    }

    private String readLine() throws IOException {
        readRaw();
        return line.toString();
    }

    /** Reads a line, and gives its length. */
    private int readRaw() throws IOException {
        line.setLength(0);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.length();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
