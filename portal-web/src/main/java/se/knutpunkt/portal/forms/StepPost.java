package se.knutpunkt.portal.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.knutpunkt.eforms.fill.PageInput;
import se.knutpunkt.eforms.fill.Saved;

/**
 * What a posted step says: the answers, and what its sender wants to do. Names of our own begin with an underscore, which
 * no field's name does.
 *
 * @param answers what was typed, by field
 * @param wish what the pressed button asks for
 * @param removedFile the file whose button "remove" was pressed
 * @param fromReview true when the step is changed from the review and leads back there
 */
record StepPost(Map<String, List<String>> answers, Wish wish, Optional<String> removedFile, boolean fromReview) {
    static final String LEAVE = "_spara";
    static final String UPLOAD = "_ladda";
    static final String REMOVE = "_tabort";
    static final String REFRESH = "_visa";
    static final String FROM_REVIEW = "_granska";

    /** Query parameters of a step's address. */
    static final String OPENED_QUERY = "nytt";

    static final String REVIEW_QUERY = "fran";

    enum Wish {
        /** On to the next page. */
        CONTINUE,
        /** Saved, to come back another day. */
        LEAVE,
        /** The same page again, with what the answers now show; nothing need be complete. */
        STAY
    }

    static StepPost of(Map<String, List<String>> posted) {
        Map<String, List<String>> answers = new LinkedHashMap<>(posted);
        answers.keySet().removeIf(name -> name.startsWith("_"));
        return new StepPost(
                answers,
                wish(posted),
                Optional.ofNullable(posted.get(REMOVE)).map(ids -> ids.get(0)),
                posted.containsKey(FROM_REVIEW));
    }

    private static Wish wish(Map<String, List<String>> posted) {
        if (posted.containsKey(LEAVE)) {
            return Wish.LEAVE;
        }
        boolean stays = posted.containsKey(UPLOAD) || posted.containsKey(REMOVE) || posted.containsKey(REFRESH);
        return stays ? Wish.STAY : Wish.CONTINUE;
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** The same, but nobody has asked to go on: what is missing is not told yet. */
    StepPost unhurried() {
        return new StepPost(answers, Wish.STAY, removedFile, fromReview);
    }

    PageInput input(String pageId) {
        return new PageInput(pageId, answers, wish != Wish.CONTINUE);
    }

    /** Where to go after the page was saved. */
    String next(Saved saved, OpenDraft draft, String here) {
        if (wish == Wish.STAY) {
            return stay(here, "");
        }
        if (saved instanceof Saved.Next next) {
            return draft.address(fromReview ? Addresses.REVIEW : next.pageId());
        } else if (saved instanceof Saved.Opened) {
            return here + query(true);
        } else if (saved instanceof Saved.Wrong) {
            return here + query(false);
        } else if (saved instanceof Saved.Left) {
            return draft.address(Addresses.SAVED);
        }
        return draft.address(Addresses.REVIEW);
    }

    /** The same page, at the field where something happened. */
    String stay(String here, String fieldId) {
        return here + query(false) + (fieldId.isEmpty() ? "" : "#f-" + fieldId);
    }

    private String query(boolean opened) {
        String review = fromReview ? REVIEW_QUERY + "=" + Addresses.REVIEW : "";
        String news = opened ? OPENED_QUERY + "=1" : "";
        String both = review.isEmpty() || news.isEmpty() ? review + news : review + "&" + news;
        return both.isEmpty() ? "" : "?" + both;
    }
}
