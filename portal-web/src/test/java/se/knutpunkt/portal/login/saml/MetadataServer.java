package se.knutpunkt.portal.login.saml;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A federation's server on loopback. */
final class MetadataServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile byte[] document = new byte[0];
    private volatile int status = 200;

    MetadataServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, document.length == 0 ? -1 : document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/metadata";
    }

    int asked() {
        return asked.get();
    }

    void serve(String xml) {
        document = TestMetadata.bytes(xml);
        status = 200;
    }

    void answer(int other) {
        status = other;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
