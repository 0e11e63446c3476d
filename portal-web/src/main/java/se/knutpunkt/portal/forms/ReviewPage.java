package se.knutpunkt.portal.forms;

import java.util.List;
import java.util.Locale;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.ReviewView;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/**
 * All answers before they are sent, with what will happen to them.
 *
 * @param sections the pages with their answers and where to change them
 * @param complete false when something is missing; then it cannot be sent
 * @param action where the button that sends posts to
 * @param identity a line that says whether it is sent with the sender's identity
 * @param bothGuardians it is for a child and needs the child's guardians, all of them
 * @param notice that there is a newer version of the form
 * @param promise within what time an answer is promised; empty when nothing is
 */
public record ReviewPage(
        String formTitle,
        List<Section> sections,
        boolean complete,
        String action,
        ServicePage.Facts facts,
        ServicePage.Privacy privacy,
        String identity,
        boolean bothGuardians,
        String promise,
        StandingNotice notice) {

    /**
     * One page's answers.
     *
     * @param change the local address of the page, that leads back to the review
     */
    public record Section(String title, boolean complete, String change, List<Row> rows) {}

    /**
     * A question and its answer in words.
     *
     * @param answer empty when it was left unanswered
     * @param change the local address of the question; empty for a value that is worked out
     */
    public record Row(String label, String answer, String change) {}

    /** True when the button that sends is there. */
    public boolean sendable() {
        return complete && !notice.ended();
    }

    static ReviewPage of(ReviewView review, CaseType type, OpenDraft draft, Filler filler) {
        FormDefinition form = review.form().definition();
        Locale locale = draft.locale();
        return new ReviewPage(
                form.title().in(locale),
                review.sections().stream()
                        .map(section -> section(section, draft))
                        .toList(),
                review.complete(),
                draft.address(Addresses.REVIEW),
                ServicePage.Facts.of(form, locale),
                ServicePage.Privacy.of(form, locale),
                identity(draft, filler),
                form.needsBothGuardians()
                        && draft.visit()
                                .visitor()
                                .represented()
                                .filter(whom -> whom.relation() == Relation.GUARDIAN)
                                .isPresent(),
                promise(type, draft.language()),
                StandingNotice.of(review.standing(), draft.slug(), draft.ref(), draft.language()));
    }

    private static String identity(OpenDraft draft, Filler filler) {
        if (filler.representedId().isPresent()) {
            return draft.visit()
                    .text(
                            "review.identity.behalf",
                            draft.visit().getRepresentedName(),
                            draft.visit().visitor().getName());
        }
        return Texts.text(
                draft.language(),
                filler.partyId().isPresent() ? "review.identity.person" : "review.identity.anonymous");
    }

    private static Section section(ReviewView.Section section, OpenDraft draft) {
        String change = draft.address(section.pageId()) + "?" + StepPost.REVIEW_QUERY + "=" + Addresses.REVIEW;
        return new Section(
                section.title(),
                section.complete(),
                change,
                section.answers().stream()
                        .map(row -> new Row(
                                row.label(), row.text(), row.fieldId().isEmpty() ? "" : change + "#f-" + row.fieldId()))
                        .toList());
    }

    /** The service promise in words; empty when the case type has none. */
    static String promise(CaseType type, Language language) {
        int days = type.promise().days();
        return days == 0
                ? ""
                : Texts.text(
                        language, "review.promise", type.promise().answeredBy().in(language.getTag()), days);
    }
}
