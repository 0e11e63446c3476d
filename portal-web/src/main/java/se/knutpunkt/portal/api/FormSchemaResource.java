package se.knutpunkt.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.document.DocumentSchemas;
import se.knutpunkt.eforms.handover.HandoverSettings;

/** What the documents of a form look like: a schema for each published version, for anybody, as the form itself is. */
@Path("v1/forms/{form}/{version: [1-9][0-9]{0,8}}")
@RequestScoped
public class FormSchemaResource {

    /** A published version never changes, and so neither does its schema. */
    private static final String FOR_EVER = "public, max-age=86400, immutable";

    @Inject
    Forms forms;

    @Inject
    HandoverSettings settings;

    /** The JSON Schema (2020-12). */
    @GET
    @Path("schema.json")
    @Produces("application/schema+json")
    public Response json(@PathParam("form") String form, @PathParam("version") int version) {
        return answer(form, version, found -> DocumentSchemas.json(found, settings.schemaAddress(found)));
    }

    /** The XSD. */
    @GET
    @Path("schema.xsd")
    @Produces("application/xml")
    public Response xsd(@PathParam("form") String form, @PathParam("version") int version) {
        return answer(form, version, DocumentSchemas::xsd);
    }

    private Response answer(String form, int version, Function<FormVersion, byte[]> schema) {
        FormVersion found = forms.published(form, version)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NO_SUCH_ADDRESS, "No published version of a form has this address."));
        return Response.ok(schema.apply(found))
                .header("Cache-Control", FOR_EVER)
                .build();
    }
}
