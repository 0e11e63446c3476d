package se.knutpunkt.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import se.knutpunkt.portal.page.Site;

/** What events in XML look like: the schema, and the description for SOAP tools. */
@Path("v1")
@RequestScoped
public class XmlContractResource {

    @Inject
    Site site;

    /** The XSD. */
    @GET
    @Path("handelser.xsd")
    @Produces("application/xml")
    public byte[] schema() throws IOException {
        return kept("handelser.xsd");
    }

    /** The WSDL 1.1, with the address of this installation. */
    @GET
    @Path("handelser.wsdl")
    @Produces("application/xml")
    public byte[] wsdl() throws IOException {
        String template = new String(kept("handelser.wsdl"), StandardCharsets.UTF_8);
        return template.replace("@ADDRESS@", site.getBaseUrl() + "/api/v1/events")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] kept(String name) throws IOException {
        try (InputStream file = XmlContractResource.class.getResourceAsStream("/META-INF/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the build");
            }
            return file.readAllBytes();
        }
    }
}
