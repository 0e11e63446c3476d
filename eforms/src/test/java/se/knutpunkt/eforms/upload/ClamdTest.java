package se.knutpunkt.eforms.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a small daemon that speaks the protocol, well or badly; the real one is met by the browser's tests. */
class ClamdTest {

    private static final Duration SOON = Duration.ofMillis(400);
    private static final byte[] CONTENT = new byte[200_000];

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream: OK|CLEAN",
                "stream: Eicar-Test-Signature FOUND|FOUND",
                "INSTREAM size limit exceeded. ERROR|TOO_LARGE"
            })
    void understandsWhatTheScannerSays(String reply, ScanVerdict verdict) throws Exception {
        try (Daemon daemon = new Daemon((in, out) -> {
            byte[] whole = read(in);
            assertThat(whole).isEqualTo(CONTENT);
            out.write((reply + "\0").getBytes(US_ASCII));
        })) {
            assertThat(scan(daemon)).isEqualTo(verdict);
            daemon.done();
        }
    }

    @Test
    void hearsThatTheScannerHasHadEnough() throws Exception {
        try (Daemon daemon = new Daemon((in, out) -> {
            in.readNBytes(50_000);
            out.write("INSTREAM size limit exceeded. ERROR\0".getBytes(US_ASCII));
            out.flush();
            // closing with unread bytes would take the reply away as well
            in.transferTo(OutputStream.nullOutputStream());
        })) {
            assertThat(Clamd.at("tcp://127.0.0.1:" + daemon.port())
                            .scan(new ByteArrayInputStream(new byte[30_000_000])))
                    .isEqualTo(ScanVerdict.TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "stream: ", "UNKNOWN COMMAND", "stream: lstat() failed. ERROR", "HTTP/1.1 400 Bad Request"})
    void anAnswerThatSaysNothingIsNoVerdict(String reply) throws Exception {
        try (Daemon daemon = new Daemon((in, out) -> {
            read(in);
            out.write((reply + "\0").getBytes(US_ASCII));
        })) {
            assertThatThrownBy(() -> scan(daemon)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aScannerThatHangsIsGivenUp() throws Exception {
        try (Daemon daemon = new Daemon((in, out) -> {
            read(in);
            Thread.sleep(3000);
        })) {
            assertThatThrownBy(() -> scan(daemon)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aScannerThatGoesAwayIsNoVerdict() throws Exception {
        try (Daemon daemon = new Daemon((in, out) -> in.readNBytes(10))) {
            assertThatThrownBy(() -> scan(daemon)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() ->
                        Clamd.at("tcp://127.0.0.1:1").withPatience(SOON, SOON).scan(content()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Clamd.at("tcp://finns-inte.invalid:3310").scan(content()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Clamd.at("unix:/finns/inte").scan(content())).isInstanceOf(IOException.class);
    }

    @Test
    void speaksOverAUnixSocketToo(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("clamd.ctl");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (SocketChannel met = server.accept()) {
                    read(Channels.newInputStream(met));
                    Channels.newOutputStream(met).write("stream: OK\0".getBytes(US_ASCII));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(Clamd.at("unix:" + socket).scan(content())).isEqualTo(ScanVerdict.CLEAN);
            served.get();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "127.0.0.1:3310", "tcp://", "tcp://host", "http://host:1", "unix:relativ", "tcp:// x:1"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> Clamd.at(address)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ScanVerdict scan(Daemon daemon) throws IOException {
        return Clamd.at("tcp://127.0.0.1:" + daemon.port())
                .withPatience(SOON, SOON)
                .scan(content());
    }

    private static InputStream content() {
        return new ByteArrayInputStream(CONTENT);
    }

    /** The content as the protocol frames it. */
    private static byte[] read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        assertThat(new String(data.readNBytes(10), US_ASCII)).isEqualTo("zINSTREAM\0");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int length = data.readInt(); length > 0; length = data.readInt()) {
            whole.write(data.readNBytes(length));
        }
        return whole.toByteArray();
    }

    private interface Manner {
        void serve(InputStream in, OutputStream out) throws Exception;
    }

    /** Serves one caller. */
    private static final class Daemon implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<Void> served;

        Daemon(Manner manner) throws IOException {
            served = CompletableFuture.runAsync(() -> {
                try (var met = socket.accept()) {
                    manner.serve(met.getInputStream(), met.getOutputStream());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        void done() throws Exception {
            served.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
