package se.knutpunkt.portal.source;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import se.knutpunkt.hub.event.LateFiles;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /kallsystem/CODE/bilagor}: files that a source has announced and not sent, and those that nobody waits for. */
@Dependent
class FilesPages {
    static final String PAGE = "bilagor";

    private static final int LONGEST_REASON = 300;
    private static final Pattern EVENT = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]?");

    @EJB
    LateFiles files;

    /** Shows the page, or the question before a file is given up. */
    void get(Visit visit, KeptSource source, SourceWriter writer, List<String> rest)
            throws ServletException, IOException {
        if (rest.isEmpty()) {
            visit.show("source/files", view(visit, source, writer));
        } else {
            visit.show("source/give-up", question(visit, source, awaited(source, rest), "", ""));
        }
    }

    /** Gives a file up. */
    void post(Visit visit, KeptSource source, SourceWriter writer, StaffId by, List<String> rest)
            throws ServletException, IOException {
        LateFiles.Awaited one = files.awaited(source.settings().code(), event(rest), position(rest))
                .orElse(null);
        if (one == null) {
            visit.seeOther(address(source) + "?klart=redan");
            return;
        }
        String reason = visit.value("skal").map(String::strip).orElse("");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            // answered at once, not by way of an address: a reason may name someone, and addresses are logged
            visit.show(422, "source/give-up", question(visit, source, one, reason, visit.text("files.fault.reason")));
            return;
        }
        boolean done = files.giveUp(source.settings().code(), one.eventId(), one.position(), reason, by);
        visit.seeOther(address(source) + (done ? "?klart=uppgiven" : "?klart=redan"));
    }

    private FilesView view(Visit visit, KeptSource source, SourceWriter writer) {
        String code = source.settings().code();
        String done = visit.value("klart")
                .filter(List.of("uppgiven", "redan")::contains)
                .map(what -> visit.text("files.done." + what))
                .orElse("");
        return new FilesView(
                visit.text("files.title", writer.name(source.settings().name())),
                SourceWriter.address(code),
                files.awaited(code).stream()
                        .map(one -> new FilesView.Awaited(
                                one.externalId(),
                                one.position(),
                                one.mediaType(),
                                Dates.dateAndTime(one.announced(), visit.getLanguage()),
                                address(source) + "/" + one.eventId() + "/" + one.position()))
                        .toList(),
                files.givenUp(code).stream()
                        .map(one -> new FilesView.GivenUp(
                                one.externalId(),
                                one.position(),
                                Dates.dateAndTime(one.at(), visit.getLanguage()),
                                one.by(),
                                one.reason(),
                                one.arrived()))
                        .toList(),
                done);
    }

    private static GiveUpView question(
            Visit visit, KeptSource source, LateFiles.Awaited one, String reason, String fault) {
        return new GiveUpView(
                one.externalId(),
                one.position(),
                Dates.dateAndTime(one.announced(), visit.getLanguage()),
                address(source) + "/" + one.eventId() + "/" + one.position(),
                address(source),
                reason,
                fault);
    }

    private LateFiles.Awaited awaited(KeptSource source, List<String> rest) {
        return files.awaited(source.settings().code(), event(rest), position(rest))
                .orElseThrow(Refusal::notFound);
    }

    private static String event(List<String> rest) {
        if (rest.size() != 2 || !EVENT.matcher(rest.get(0)).matches()) {
            throw Refusal.notFound();
        }
        return rest.get(0);
    }

    private static int position(List<String> rest) {
        if (!POSITION.matcher(rest.get(1)).matches()) {
            throw Refusal.notFound();
        }
        return Integer.parseInt(rest.get(1));
    }

    private static String address(KeptSource source) {
        return SourceWriter.address(source.settings().code()) + "/" + PAGE;
    }
}
