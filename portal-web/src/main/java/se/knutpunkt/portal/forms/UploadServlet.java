package se.knutpunkt.portal.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.knutpunkt.eforms.fill.AlreadySent;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.LoginRequired;
import se.knutpunkt.eforms.fill.NotRepresented;
import se.knutpunkt.eforms.fill.PageNotFound;
import se.knutpunkt.eforms.fill.StrongerLoginRequired;
import se.knutpunkt.eforms.fill.Uploads;
import se.knutpunkt.eforms.fill.Uploads.Announced;
import se.knutpunkt.eforms.fill.Uploads.Piece;
import se.knutpunkt.eforms.fill.Uploads.Step;
import se.knutpunkt.hub.file.OtherPlace;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * Files that {@code upload.js} sends in pieces, so that a broken connection costs a piece and not the file.
 *
 * <ul>
 *   <li>{@code POST /uppladdning/<draft>} announces a file: 201 with its address, the token of its pieces and how much is
 *       there already, or 422 with why it is not taken.
 *   <li>{@code PATCH /uppladdning/<draft>/<file>} with {@code Upload-Offset} and {@code X-Form-Token} sends a piece: 200
 *       with how much is there now, 409 when the piece belongs elsewhere, 422 when the file is not taken.
 *   <li>{@code HEAD} tells in {@code Upload-Offset} how much is there.
 *   <li>{@code POST} to the file's address gives it up.
 * </ul>
 */
@WebServlet("/uppladdning/*")
public class UploadServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String OFFSET = "Upload-Offset";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Uploads uploads;

    /** The local address at which files of a draft are announced. */
    static String address(DraftRef ref) {
        return "/uppladdning/" + ref.value();
    }

    @Override
    protected void get(Visit visit) {
        List<String> at = file(visit);
        long arrived =
                inDraft(visit, draft -> draft.asFiller(filler -> uploads.arrived(draft.ref(), filler, at.get(1))));
        visit.response().setHeader(OFFSET, Long.toString(arrived));
        visit.response().setHeader("Cache-Control", "no-store");
        visit.response().setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void post(Visit visit) throws IOException {
        List<String> at = visit.segments();
        if (at.size() == 2) {
            inDraft(
                    visit,
                    draft -> draft.asFiller(filler -> {
                        uploads.cancel(draft.ref(), filler, at.get(1));
                        return true;
                    }));
            visit.response().setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        if (at.size() != 1) {
            throw Refusal.notFound();
        }
        Announced file = announced(visit);
        Step begun = inDraft(
                visit, draft -> draft.asFiller(filler -> uploads.begin(draft.ref(), filler, file, draft.locale())));
        answer(visit, begun, HttpServletResponse.SC_CREATED);
    }

    @Override
    protected void patch(Visit visit) throws IOException {
        List<String> at = file(visit);
        long offset = number(Optional.ofNullable(visit.request().getHeader(OFFSET)));
        try {
            Step step =
                    inDraft(visit, draft -> draft.asFiller(filler -> append(visit, draft, filler, at.get(1), offset)));
            answer(visit, step, HttpServletResponse.SC_OK);
        } catch (OtherPlace elsewhere) {
            get(visit);
            visit.response().setStatus(HttpServletResponse.SC_CONFLICT);
        } catch (SenderGone gone) {
            // nobody is there to be answered; the sender asks how far the file came when the line is back
            visit.response().setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private Step append(Visit visit, OpenDraft draft, Filler filler, String id, long offset) {
        try {
            Piece piece = new Piece(id, offset, visit.request().getInputStream());
            return uploads.append(draft.ref(), filler, piece, draft.locale());
        } catch (IOException broken) {
            throw new SenderGone(broken);
        }
    }

    private static List<String> file(Visit visit) {
        List<String> at = visit.segments();
        if (at.size() != 2) {
            throw Refusal.notFound();
        }
        return at;
    }

    private static Announced announced(Visit visit) {
        return new Announced(
                visit.value("field").orElseThrow(() -> Refusal.badRequest("field")),
                visit.value("name").orElseThrow(() -> Refusal.badRequest("name")),
                number(visit.value("size")),
                visit.value("modified").orElse(""),
                visit.value("first").isPresent());
    }

    private static long number(Optional<String> text) {
        try {
            return text.map(Long::parseLong).filter(n -> n >= 0).orElseThrow(() -> Refusal.badRequest("number"));
        } catch (NumberFormatException notOne) {
            throw Refusal.badRequest("number");
        }
    }

    private static void answer(Visit visit, Step step, int status) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        HttpServletResponse response = visit.response();
        response.setStatus(status);
        if (step instanceof Step.Going going) {
            String own = address(new DraftRef(visit.segments().get(0))) + "/" + going.id();
            answer.put("address", own).put("token", visit.token(own)).put("offset", going.offset());
        } else if (step instanceof Step.Refused refused) {
            response.setStatus(UNPROCESSABLE);
            answer.put("why", refused.why());
        } else {
            answer.put("kept", true);
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(new ObjectMapper().writeValueAsBytes(answer));
    }

    /** Whatever is wrong with the draft is told on the form's own page; a script is told that it is not there. */
    private static <T> T inDraft(Visit visit, Function<OpenDraft, T> action) {
        try {
            DraftRef ref = new DraftRef(visit.segments().get(0));
            return action.apply(new OpenDraft(visit, OpenDraft.filler(visit.visitor()), "", ref));
        } catch (DraftNotFound
                | PageNotFound
                | AlreadySent
                | LoginRequired
                | StrongerLoginRequired
                | NotRepresented notHere) {
            throw Refusal.notFound();
        }
    }

    @Override
    protected void service(
            jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        super.service(request, response);
    }

    /** The line broke while a piece was read. */
    private static final class SenderGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SenderGone(IOException cause) {
            super(cause);
        }
    }
}
