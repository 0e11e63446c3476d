package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import se.knutpunkt.eforms.handover.Answer;
import se.knutpunkt.eforms.handover.Handovers;
import se.knutpunkt.hub.file.StoredFile;

/** Where a system that takes over a form tells its case number, and gets the files. Another's is as if it were not. */
@Path("v1/handovers/{id}")
@RequestScoped
public class HandoverResource {

    private static final int MOST_BYTES = 16_384;

    @Inject
    IntakeGate gate;

    @Inject
    Handovers handovers;

    @Context
    HttpServletRequest request;

    /** Takes the case number, in JSON or in XML; the same again answers the same. */
    @POST
    public Response tell(@PathParam("id") String id, InputStream body) throws IOException {
        // it writes, so it counts against the source's limit as an event does
        String source = gate.enter(request).source().code();
        byte[] told = LimitedBody.read(body, request.getContentLengthLong(), MOST_BYTES);
        String number = Answer.caseNumber(told)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NO_CASE_NUMBER,
                        "Send caseNumber, 1 to 100 characters and no identity number, as JSON or XML."));
        return switch (handovers.tell(source, id, number)) {
            case TAKEN -> taken(id, number);
            case CONFLICT ->
                throw new ProblemException(
                        ProblemType.HANDOVER_CONFLICT,
                        "Nothing was changed. The municipality sees it and decides; do not send it again.");
            case UNKNOWN -> throw unknown();
        };
    }

    private static Response taken(String id, String number) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("handover", id)
                .put("caseNumber", number)
                .toString();
        return Response.ok(body.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A file that the document refers to. */
    @GET
    @Path("files/{file}")
    public Response file(@PathParam("id") String id, @PathParam("file") String fileId) {
        String source = gate.known(request).source().code();
        StoredFile file = handovers.file(source, id, fileId).orElseThrow(HandoverResource::unknown);
        StreamingOutput content = out -> handovers.writeFile(source, id, file, out);
        return Response.ok(content, file.mediaType())
                .header("Content-Length", file.size())
                .header("Content-Disposition", "attachment")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemType.NO_SUCH_ADDRESS, "This key has no such hand-over, or it has it no longer.");
    }
}
