package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;

/** Sends what the doors answer, which are servlets. */
final class Answers {

    private Answers() {}

    /** With a body of bytes, or one that writes itself. */
    static void send(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (answer.getEntity() instanceof StreamingOutput streamed) {
            streamed.write(response.getOutputStream());
        } else {
            byte[] body = (byte[]) answer.getEntity();
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
