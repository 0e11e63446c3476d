package se.knutpunkt.portal.editor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.OldDraftsDay;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/**
 * Until when drafts on older versions may be sent, as it was chosen and typed. Nothing of it is personal, so that it may
 * travel in an address.
 *
 * @param choice {@link #A_DAY} or {@link #ALWAYS}; empty for none
 * @param day the last day as it was typed
 */
public record UntilForm(String choice, String day) {
    static final String A_DAY = "datum";
    static final String ALWAYS = "alltid";
    private static final int ROOM = 20;

    /** What is wrong with the control of that id. */
    public record Fault(String field, String text) {}

    static UntilForm of(Visit visit) {
        String day = visit.value("dag").map(String::strip).orElse("");
        return new UntilForm(
                visit.value("till").filter(List.of(A_DAY, ALWAYS)::contains).orElse(""),
                day.length() <= ROOM ? day : day.substring(0, ROOM));
    }

    static UntilForm proposing(LocalDate day) {
        return new UntilForm(A_DAY, day.toString());
    }

    /** True when drafts may be sent as long as they live. */
    public boolean always() {
        return choice.equals(ALWAYS);
    }

    /** True when a day is chosen. */
    public boolean aDay() {
        return choice.equals(A_DAY);
    }

    /**
     * What is wrong; empty when nothing is.
     *
     * @param promised the day that was told before; null when none was
     */
    List<Fault> faults(Visit visit, LocalDate today, @Nullable LocalDate promised) {
        if (choice.isEmpty()) {
            return List.of(new Fault("till", visit.text("editor.until.fault.choice")));
        }
        if (always()) {
            return List.of();
        }
        LocalDate typed = date().orElse(null);
        if (typed == null) {
            return List.of(new Fault("dag", visit.text("editor.until.fault.form")));
        }
        if (!OldDraftsDay.isFit(typed, today)) {
            return List.of(new Fault(
                    "dag",
                    visit.text(
                            "editor.until.fault.bounds",
                            Dates.date(OldDraftsDay.first(today), visit.getLanguage()),
                            Dates.date(OldDraftsDay.last(today), visit.getLanguage()))));
        }
        if (promised != null && !typed.isAfter(promised)) {
            return List.of(new Fault(
                    "dag", visit.text("editor.until.fault.shorter", Dates.date(promised, visit.getLanguage()))));
        }
        return List.of();
    }

    /** The last day; empty when there is none, or it can't be read. */
    Optional<LocalDate> date() {
        try {
            return aDay() ? Optional.of(LocalDate.parse(day)) : Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** As a query, by which the form comes back as it was. */
    String query() {
        return "till=" + choice + "&dag=" + URLEncoder.encode(day, StandardCharsets.UTF_8);
    }

    static String fault(List<Fault> faults, String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }
}
