package se.knutpunkt.portal.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /inloggning-nekad?orsak=<page>&nr=<id>&till=<local path>}: what became of a login, after its response was refused. */
@WebServlet(RefusedLoginServlet.PATH)
public class RefusedLoginServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    static final String PATH = "/inloggning-nekad";

    /** A request's id; anything else in the address is somebody's own invention and not shown. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    /** @param till where the person was going; empty when that is not known */
    static String address(LoginError.Page page, String id, String till) {
        return PATH + "?orsak=" + name(page) + "&nr=" + id
                + (till.isEmpty() ? "" : "&till=" + URLEncoder.encode(till, StandardCharsets.UTF_8));
    }

    @Override
    protected boolean isOfRole() {
        return false;
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        String reason = visit.value("orsak").orElse("");
        LoginError.Page page = Arrays.stream(LoginError.Page.values())
                .filter(known -> name(known).equals(reason))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        String id = visit.value("nr").filter(ID.asMatchPredicate()).orElse("");
        RefusedLoginPage.show(
                visit,
                page,
                id,
                visit.value("till").map(Optional::of).map(ReturnPath::of).orElse(""));
    }

    private static String name(LoginError.Page page) {
        return page.name().toLowerCase(Locale.ROOT);
    }
}
