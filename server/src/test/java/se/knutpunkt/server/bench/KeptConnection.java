package se.knutpunkt.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import se.knutpunkt.server.RunningLauncher;

/**
 * One kept-alive HTTP connection of the demo's source system, with as little work of its own as there can be: the client
 * shares the processors with what is measured.
 */
public final class KeptConnection implements AutoCloseable {
    /** Payara closes a connection after 256 requests. */
    private static final int MOST = 200;

    private final int port;
    private final String head;
    private int posted;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    public KeptConnection(RunningLauncher launcher) throws IOException {
        port = launcher.address().getPort();
        head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key(launcher) + "\r\n";
        open();
    }

    /** The key of the demo's source system. */
    static String key(RunningLauncher launcher) throws IOException {
        return new ObjectMapper()
                .readTree(launcher.data().resolve("demo/source-keys.json").toFile())
                .path("demo-verksamhet")
                .asText();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** @throws IllegalStateException unless it is answered 200 */
    public void post(String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] start = (head + "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, message, 0, start.length);
        System.arraycopy(bytes, 0, message, start.length, bytes.length);
        out.write(message);
        out.flush();
        String status = line();
        long length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        byte[] answer = length < 0 ? chunks() : in.readNBytes((int) length);
        if (!status.contains(" 200 ")) {
            throw new IllegalStateException(status + " " + new String(answer, StandardCharsets.UTF_8));
        }
        if (++posted == MOST) {
            posted = 0;
            socket.close();
            open();
        }
    }

    /** An answer that is longer than the server's buffer comes in pieces, each with its length in front. */
    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line().strip(), 16); size > 0; size = Integer.parseInt(line().strip(), 16)) {
            whole.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
