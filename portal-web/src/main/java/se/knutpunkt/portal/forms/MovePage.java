package se.knutpunkt.portal.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import se.knutpunkt.eforms.change.Change;
import se.knutpunkt.eforms.fill.AnswerRow;
import se.knutpunkt.eforms.fill.MoveView;
import se.knutpunkt.portal.page.Texts;

/**
 * What moving a begun form to its newer version would do, shown before it is done.
 *
 * @param notice how long it can be sent as it is
 * @param changes what differs, a sentence each
 * @param unfit answers that do not come along as they are
 * @param kept answers that do
 * @param action where the button that moves posts to
 * @param to id of the version that is shown
 * @param back the local address of the draft as it is
 * @param login where to log in first; empty when there is no need
 * @param losesOwner true when only its link leads back to it afterwards
 */
public record MovePage(
        String formTitle,
        StandingNotice notice,
        List<Line> changes,
        List<Unfit> unfit,
        List<Row> kept,
        String action,
        long to,
        String back,
        String login,
        boolean losesOwner) {

    /** A change, and the page it is on. */
    public record Line(String place, String text) {}

    /** A question and its answer as it was typed. */
    public record Row(String label, String answer) {}

    /** A question, its answer as it was typed, and what becomes of it. */
    public record Unfit(String label, String answer, String why) {}

    static MovePage of(MoveView view, OpenDraft draft) {
        Locale locale = draft.locale();
        return new MovePage(
                view.newest().definition().title().in(locale),
                StandingNotice.of(view.standing(), draft.slug(), draft.ref(), draft.language()),
                view.difference().changes().stream()
                        .map(change -> line(change, locale))
                        .toList(),
                view.unfit().stream()
                        .map(unfit -> new Unfit(
                                unfit.answer().label(),
                                unfit.answer().text(),
                                Texts.text(
                                        draft.language(),
                                        "move.why." + unfit.why().name())))
                        .toList(),
                view.kept().stream().map(MovePage::row).toList(),
                draft.address(Addresses.UPDATE),
                view.newest().id(),
                draft.address(),
                view.needsLogin() && draft.person().isEmpty()
                        ? "/logga-in?till=" + URLEncoder.encode(draft.address(Addresses.UPDATE), StandardCharsets.UTF_8)
                        : "",
                view.losesOwner());
    }

    private static Line line(Change change, Locale locale) {
        return new Line(change.place().in(locale), change.text().in(locale));
    }

    private static Row row(AnswerRow row) {
        return new Row(row.label(), row.text());
    }
}
