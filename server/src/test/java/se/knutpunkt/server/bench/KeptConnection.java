package se.knutpunkt.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
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
final class KeptConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    KeptConnection(RunningLauncher launcher) throws IOException {
        String key = new ObjectMapper()
                .readTree(launcher.data().resolve("demo/source-keys.json").toFile())
                .path("demo-verksamhet")
                .asText();
        socket = new Socket(InetAddress.getLoopbackAddress(), launcher.address().getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n";
    }

    /** @throws IllegalStateException unless it is answered 200 */
    void post(String type, String body) throws IOException {
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
        if (length < 0) {
            throw new IllegalStateException("An answer without its length: " + status);
        }
        byte[] answer = in.readNBytes((int) length);
        if (!status.contains(" 200 ")) {
            throw new IllegalStateException(status + " " + new String(answer, StandardCharsets.UTF_8));
        }
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
