package se.knutpunkt.portal.forms;

import se.knutpunkt.eforms.fill.StepView;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;
import se.knutpunkt.portal.page.Visit;

/**
 * One step of a begun form.
 *
 * @param action where it posts to: its own address
 * @param back the page before it, or where it was changed from
 * @param saved a line that says what is saved and what comes next
 * @param dropping true when answers go that are not asked for any more, and the filler is to be told first
 * @param opened true when the answers just opened further questions
 * @param notice that there is a newer version of the form
 * @param fromReview true when it is changed from the review and leads back there
 * @param uploads where its script announces files
 */
public record StepPage(
        StepView step,
        String action,
        String back,
        String saved,
        boolean opened,
        boolean dropping,
        StandingNotice notice,
        boolean fromReview,
        String uploads) {

    static StepPage of(StepView step, OpenDraft draft) {
        boolean fromReview = draft.visit()
                .value(StepPost.REVIEW_QUERY)
                .filter(Addresses.REVIEW::equals)
                .isPresent();
        return new StepPage(
                step,
                draft.address(step.pageId()),
                back(step, draft, fromReview),
                savedLine(step, draft.language(), fromReview),
                draft.visit().value(StepPost.OPENED_QUERY).isPresent()
                        && step.wrong().isEmpty(),
                draft.visit().value(StepPost.DROPPING_QUERY).isPresent(),
                StandingNotice.of(step.standing(), draft.slug(), draft.ref(), draft.language()),
                fromReview,
                UploadServlet.address(draft.ref()));
    }

    private static String back(StepView step, OpenDraft draft, boolean fromReview) {
        if (fromReview) {
            return draft.address(Addresses.REVIEW);
        }
        String previous = step.previousId();
        return previous == null ? Addresses.service(draft.slug()) : draft.address(previous);
    }

    /** What the button that goes on says. */
    public String continueText(Visit visit) {
        if (!step.dropping().isEmpty()) {
            return visit.text(fromReview ? "step.drop.to-review" : "step.drop.continue");
        }
        return visit.text(fromReview ? "step.to-review" : "step.continue");
    }

    /** What is saved so far, and what comes after this page. */
    static String savedLine(StepView step, Language language, boolean fromReview) {
        String saved = step.number() == 1
                ? Texts.text(language, "step.saved.first")
                : Texts.text(language, "step.saved.before", step.number() - 1);
        String title = step.nextTitle();
        String next = fromReview || title == null
                ? Texts.text(language, "step.next.review")
                : Texts.text(language, "step.next", title);
        return saved + " " + next;
    }
}
