package se.knutpunkt.demoeid;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /metadata}: who the provider is. */
@WebServlet("/metadata")
public class MetadataServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Desk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/samlmetadata+xml");
        response.getOutputStream().write(desk.metadata());
    }
}
