package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** What API this is, as the Swedish REST profile wants it told (VER.06). */
@Path("v1/api-info")
@RequestScoped
public class ApiInfoResource {

    /** The facts. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] info() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiName", "knutpunkt-events")
                .put("apiVersion", "1.2.0")
                .put("apiReleased", "2026-11-22")
                .put("apiDocumentation", "/openapi")
                .put("apiStatus", "active")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
