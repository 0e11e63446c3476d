package se.knutpunkt.portal.login.saml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches a document, with an end to its time and to its size whatever the other side does. No redirects. */
final class MetadataDownload {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private MetadataDownload() {}

    static byte[] fetch(URI address, int maxBytes) throws IOException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, head -> new Body(maxBytes));
        try {
            HttpResponse<byte[]> answer = coming.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting", stopped);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed);
        } catch (TimeoutException slow) {
            throw new IOException("not all there after " + WHOLE.toSeconds() + " s", slow);
        } finally {
            coming.cancel(true);
        }
    }

    /** Collects the bytes and breaks off at the first that is too many. */
    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream soFar = new ByteArrayOutputStream();
        private final int maxBytes;
        private Flow.Subscription subscription;

        Body(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (buffer.remaining() > maxBytes - soFar.size()) {
                    subscription.cancel();
                    whole.completeExceptionally(new IOException("larger than " + maxBytes + " bytes"));
                    return;
                }
                byte[] some = new byte[buffer.remaining()];
                buffer.get(some);
                soFar.write(some, 0, some.length);
            }
        }

        @Override
        public void onError(Throwable failed) {
            whole.completeExceptionally(failed);
        }

        @Override
        public void onComplete() {
            whole.complete(soFar.toByteArray());
        }
    }
}
