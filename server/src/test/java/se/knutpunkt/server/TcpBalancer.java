package se.knutpunkt.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A balancer that knows nothing of HTTP: it hands each connection on loopback to one of the nodes, in turn, and passes
 * bytes both ways. A node that does not answer is passed over.
 */
final class TcpBalancer implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Integer> nodes = List.of();

    TcpBalancer() {
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Its address by name, which is the one people use. */
    URI address() {
        return URI.create("http://localhost:" + port());
    }

    /** Sends what is asked from now on to the nodes at these ports; connections that are open are closed. */
    void pointAt(Integer... ports) {
        nodes = List.of(ports);
        open.forEach(TcpBalancer::end);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            open.forEach(TcpBalancer::end);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket visitor = listener.accept();
                open.add(visitor);
                start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                Socket node = connect()) {
            open.add(node);
            Thread back = start(() -> pass(node, visitor));
            pass(visitor, node);
            back.join();
        } catch (IOException noNode) {
            end(visitor);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(visitor);
        }
    }

    private Socket connect() throws IOException {
        List<Integer> now = nodes;
        IOException last = new IOException("no node");
        for (int i = 0; i < now.size(); i++) {
            int port = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            Socket node = new Socket();
            try {
                node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return node;
            } catch (IOException dead) {
                node.close();
                last = dead;
            }
        }
        throw last;
    }

    /** Passes bytes until the sender has no more; the other direction may still have. */
    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[BUFFER];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // there is nothing left to close
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
