package se.knutpunkt.portal.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.EventAttachments;
import se.knutpunkt.hub.event.OtherContent;
import se.knutpunkt.hub.event.UnknownAttachment;
import se.knutpunkt.hub.file.FileTooLarge;
import se.knutpunkt.hub.source.Sender;

/**
 * {@code PUT /api/v1/events/<id>/bilagor/<n>}: the file of an attachment that was announced with an event, as it is. The
 * event's id is ours or the source's own: whose event was refused, and sent in by staff, never learnt ours. Read as a stream, never whole.
 */
@WebServlet("/api/v1/events/*")
public class AttachmentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ALLOWED = "OPTIONS,PUT";
    /** As many characters as the id of an event may have. */
    private static final Pattern ADDRESS = Pattern.compile("/(.{1,100})/bilagor/([1-9][0-9]?)");

    @Inject
    transient IntakeGate gate;

    @EJB
    transient EventAttachments attachments;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address = ADDRESS.matcher(String.valueOf(request.getPathInfo()));
        if (!address.matches()) {
            refuse(noSuchAttachment(), request, response);
        } else if ("PUT".equals(request.getMethod())) {
            answer(request, address).send(response);
        } else if ("OPTIONS".equals(request.getMethod())) {
            response.setHeader("Allow", ALLOWED);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Allow", ALLOWED);
            refuse(
                    Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The allowed methods stand in the header Allow."),
                    request,
                    response);
        }
    }

    private static void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemAnswer.of(problem, request).send(response);
    }

    private Answer answer(HttpServletRequest request, Matcher address) throws IOException {
        @Nullable Sender sender = null;
        try {
            sender = gate.enter(request);
            return take(sender, request, address.group(1), Integer.parseInt(address.group(2)));
        } catch (ProblemException refused) {
            return ProblemAnswer.of(counted(sender, refused.problem()), request);
        } catch (RuntimeException fault) {
            Problem told = FaultMapper.logged(fault, ProblemAnswer.requestId(request), FaultMapper.SEND_AGAIN);
            return ProblemAnswer.of(counted(sender, told), request);
        }
    }

    /** What the gate itself refuses it has counted. */
    private Problem counted(@Nullable Sender sender, Problem problem) {
        if (sender != null) {
            gate.refused(sender.source(), problem);
        }
        return problem;
    }

    private Answer take(Sender sender, HttpServletRequest request, String eventId, int position) throws IOException {
        LimitedBody.refuseTooLarge(request.getContentLengthLong(), ApiLimits.ATTACHMENT_BYTES);
        try {
            EventAttachments.Arrived arrived = attachments.take(
                    sender.source(), eventId, position, request.getInputStream(), ApiLimits.ATTACHMENT_BYTES);
            return Answer.of(
                    200, Answer.JSON, JsonAnswer.arrived(position, arrived).toString());
        } catch (UnknownAttachment unknown) {
            throw new ProblemException(noSuchAttachment());
        } catch (OtherContent other) {
            throw new ProblemException(
                    ProblemType.ATTACHMENT_DIFFERS, "The SHA-256 of the file is not the one in the event's bilagor.");
        } catch (FileTooLarge tooLarge) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "An attachment has at most " + ApiLimits.ATTACHMENT_BYTES + " bytes.");
        }
    }

    private static Problem noSuchAttachment() {
        return Problem.of(
                ProblemType.NO_SUCH_ADDRESS,
                "Your source has no event with such an attachment. The address is /api/v1/events/, the eventId of the"
                        + " answer to the event or your own id of it, /bilagor/ and the attachment's place from 1.");
    }
}
