package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a door answers; never to be kept by anyone on the way. Plain, since to make and send the general response of Jakarta
 * REST took a seventh of the time of an event.
 *
 * @param headers besides {@code Content-Type} and {@code Cache-Control}
 */
record Answer(int status, String mediaType, Map<String, String> headers, Body body) {

    static final String JSON = "application/json";
    private static final String NO_STORE = "no-store";

    /** Writes itself once. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;

        /** In bytes; -1 when it is not known. */
        default int length() {
            return -1;
        }
    }

    private record Bytes(byte... content) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(content);
        }

        @Override
        public int length() {
            return content.length;
        }
    }

    static Answer of(int status, String mediaType, byte[] body) {
        return new Answer(status, mediaType, Map.of(), new Bytes(body));
    }

    static Answer of(int status, String mediaType, String body) {
        return of(status, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer withHeader(String name, String value) {
        return new Answer(status, mediaType, Map.of(name, value), body);
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Type", mediaType);
        response.setHeader("Cache-Control", NO_STORE);
        headers.forEach(response::setHeader);
        if (body.length() >= 0) {
            response.setContentLength(body.length());
        }
        body.writeTo(response.getOutputStream());
    }

    /** The same for a resource of Jakarta REST. */
    Response toResponse() {
        StreamingOutput entity = body::writeTo;
        Response.ResponseBuilder response = Response.status(status)
                .type(mediaType)
                .header("Cache-Control", NO_STORE)
                .entity(entity);
        headers.forEach(response::header);
        return response.build();
    }
}
