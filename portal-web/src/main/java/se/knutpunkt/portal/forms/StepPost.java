package se.knutpunkt.portal.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.fill.PageInput;
import se.knutpunkt.eforms.fill.RowChange;
import se.knutpunkt.eforms.fill.Saved;

/**
 * What a posted step says: the answers, and what its sender wants to do. Names of our own begin with an underscore, which
 * no field's name does.
 *
 * @param answers what was typed, by field
 * @param wish what the pressed button asks for
 * @param removedFile the file whose button "remove" was pressed
 * @param rows what a button of a repeating group asks for
 * @param mayDrop fields whose hidden answers the page told of
 * @param fromReview true when the step is changed from the review and leads back there
 */
record StepPost(
        Map<String, List<String>> answers,
        Wish wish,
        Optional<String> removedFile,
        Optional<RowChange> rows,
        Set<String> mayDrop,
        boolean fromReview) {
    static final String LEAVE = "_spara";
    static final String UPLOAD = "_ladda";
    static final String REMOVE = "_tabort";
    static final String REFRESH = "_visa";
    static final String ADD_ROW = "_rad";
    static final String COPY_ROW = "_radkopia";
    static final String REMOVE_ROW = "_radbort";
    static final String MAY_DROP = "_slapp";
    static final String FROM_REVIEW = "_granska";

    /** Query parameters of a step's address. */
    static final String OPENED_QUERY = "nytt";

    static final String DROPPING_QUERY = "bort";

    static final String REVIEW_QUERY = "fran";

    private static final List<String> STAYING = List.of(UPLOAD, REMOVE, REFRESH, ADD_ROW, COPY_ROW, REMOVE_ROW);

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
                first(posted, REMOVE),
                first(posted, ADD_ROW)
                        .<RowChange>map(RowChange.Add::new)
                        .or(() -> first(posted, COPY_ROW).map(RowChange.Copy::new))
                        .or(() -> first(posted, REMOVE_ROW).map(RowChange.Remove::new)),
                Set.copyOf(posted.getOrDefault(MAY_DROP, List.of())),
                posted.containsKey(FROM_REVIEW));
    }

    private static Optional<String> first(Map<String, List<String>> posted, String name) {
        return Optional.ofNullable(posted.get(name)).map(values -> values.get(0));
    }

    private static Wish wish(Map<String, List<String>> posted) {
        if (posted.containsKey(LEAVE)) {
            return Wish.LEAVE;
        }
        boolean stays = STAYING.stream().anyMatch(posted::containsKey);
        return stays ? Wish.STAY : Wish.CONTINUE;
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** The same, but nobody has asked to go on: what is missing is not told yet. */
    StepPost unhurried() {
        return new StepPost(answers, Wish.STAY, removedFile, Optional.empty(), Set.of(), fromReview);
    }

    PageInput input(String pageId) {
        return new PageInput(pageId, answers, wish != Wish.CONTINUE, rows.orElse(null), mayDrop);
    }

    /** Where to go after the page was saved. */
    String next(Saved saved, OpenDraft draft, String here) {
        if (saved instanceof Saved.Rows rows) {
            return stay(here, rows.at());
        }
        if (wish == Wish.STAY) {
            return stay(here, "");
        }
        if (saved instanceof Saved.Next next) {
            return draft.address(fromReview ? Addresses.REVIEW : next.pageId());
        } else if (saved instanceof Saved.Opened) {
            return here + query(OPENED_QUERY);
        } else if (saved instanceof Saved.Dropping) {
            return here + query(DROPPING_QUERY);
        } else if (saved instanceof Saved.Wrong) {
            return here + query("");
        } else if (saved instanceof Saved.Left) {
            return draft.address(Addresses.SAVED);
        }
        return draft.address(Addresses.REVIEW);
    }

    /** The same page, at the field where something happened. */
    String stay(String here, String fieldId) {
        return here + query("") + (fieldId.isEmpty() ? "" : "#f-" + fieldId);
    }

    /** What the address tells the page: that it leads back to the review, and what is new on it. */
    private String query(String news) {
        String review = fromReview ? REVIEW_QUERY + "=" + Addresses.REVIEW : "";
        String told = news.isEmpty() ? "" : news + "=1";
        String both = review.isEmpty() || told.isEmpty() ? review + told : review + "&" + told;
        return both.isEmpty() ? "" : "?" + both;
    }
}
