package se.knutpunkt.portal.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** {@code /openapi}: the description of the API, exactly as it is kept beside the code and tested. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream description = OpenApiServlet.class.getResourceAsStream("/META-INF/openapi.json")) {
            if (description == null) {
                throw new IllegalStateException("openapi.json is not in the build");
            }
            response.setContentType("application/json;charset=UTF-8");
            // read by tools in a developer's browser; nothing in it is secret
            response.setHeader("Access-Control-Allow-Origin", "*");
            description.transferTo(response.getOutputStream());
        }
    }
}
