package se.knutpunkt.eforms.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Speaks to ClamAV's daemon (clamd(8), command {@code INSTREAM}) over TCP or a Unix socket. No step waits longer than its
 * patience, so that a scanner that hangs costs a visitor seconds.
 */
final class Clamd {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_REPLY = 1024;

    /** How long to wait for a connection, and for each piece to be taken. */
    private static final Duration QUICK = Duration.ofSeconds(5);

    /** How long the search itself may last after the last byte. */
    private static final Duration SEARCH = Duration.ofMinutes(2);

    private final SocketAddress address;
    private final Duration quick;
    private final Duration search;

    private Clamd(SocketAddress address, Duration quick, Duration search) {
        this.address = address;
        this.quick = quick;
        this.search = search;
    }

    /**
     * The scanner at an address.
     *
     * @param address {@code tcp://host:port} or {@code unix:/path}
     * @throws IllegalArgumentException when it is neither
     */
    static Clamd at(String address) {
        return new Clamd(parse(address), QUICK, SEARCH);
    }

    Clamd withPatience(Duration quick, Duration search) {
        return new Clamd(address, quick, search);
    }

    private static SocketAddress parse(String address) {
        URI uri = URI.create(address.strip());
        if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
            return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
        }
        String path = address.strip().replaceFirst("^unix:(//)?", "");
        if ("unix".equals(uri.getScheme()) && path.startsWith("/")) {
            return UnixDomainSocketAddress.of(path);
        }
        throw new IllegalArgumentException("neither tcp://host:port nor unix:/path");
    }

    /**
     * Has the content searched.
     *
     * @param content read to its end unless the scanner has had enough, not closed
     * @throws IOException when the scanner is not reached, too slow, or does not say what it found
     */
    ScanVerdict scan(InputStream content) throws IOException {
        try (SocketChannel channel = open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            Talk talk = new Talk(channel, channel.register(selector, 0));
            talk.connect();
            talk.send(content);
            return verdict(talk.reply());
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static ScanVerdict verdict(String reply) throws IOException {
        if (reply.equals("stream: OK")) {
            return ScanVerdict.CLEAN;
        }
        if (reply.startsWith("stream: ") && reply.endsWith(" FOUND")) {
            return ScanVerdict.FOUND;
        }
        if (reply.contains("size limit exceeded")) {
            return ScanVerdict.TOO_LARGE;
        }
        throw new IOException("the scanner did not say what it found");
    }

    /** One file's conversation. The scanner may say that it has had enough while it is still being told. */
    private final class Talk {

        private final SocketChannel channel;
        private final SelectionKey key;
        private final ByteBuffer reply = ByteBuffer.allocate(LONGEST_REPLY);

        Talk(SocketChannel channel, SelectionKey key) {
            this.channel = channel;
            this.key = key;
        }

        void connect() throws IOException {
            SocketAddress resolved = address instanceof InetSocketAddress named
                    ? new InetSocketAddress(named.getHostString(), named.getPort())
                    : address;
            try {
                if (!channel.connect(resolved)) {
                    await(SelectionKey.OP_CONNECT, quick);
                    channel.finishConnect();
                }
            } catch (UnresolvedAddressException unknown) {
                throw new IOException("unknown host", unknown);
            }
        }

        void send(InputStream content) throws IOException {
            boolean listens = write(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            byte[] piece = new byte[PIECE];
            int read = content.readNBytes(piece, 0, PIECE);
            while (listens && read > 0) {
                ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + read);
                framed.putInt(read).put(piece, 0, read).flip();
                listens = write(framed);
                read = content.readNBytes(piece, 0, PIECE);
            }
            if (listens) {
                write(ByteBuffer.allocate(Integer.BYTES));
            }
        }

        /** False when the scanner has answered or closed its ears. */
        private boolean write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (channel.read(reply) != 0) {
                    return false;
                }
                int written;
                try {
                    written = channel.write(bytes);
                } catch (IOException closed) {
                    return false;
                }
                if (written == 0) {
                    // a scanner that is busy takes nothing for a while
                    await(SelectionKey.OP_WRITE | SelectionKey.OP_READ, search);
                }
            }
            return true;
        }

        String reply() throws IOException {
            while (reply.hasRemaining() && (reply.position() == 0 || reply.get(reply.position() - 1) != 0)) {
                int read = channel.read(reply);
                if (read < 0) {
                    break;
                }
                if (read == 0) {
                    await(SelectionKey.OP_READ, search);
                }
            }
            return new String(reply.array(), 0, reply.position(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }

        private void await(int what, Duration patience) throws IOException {
            key.interestOps(what);
            key.selector().selectedKeys().clear();
            if (key.selector().select(patience.toMillis()) == 0) {
                throw new SocketTimeoutException("no answer");
            }
        }
    }
}
