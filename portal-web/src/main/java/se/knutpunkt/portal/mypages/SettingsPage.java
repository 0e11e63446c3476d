package se.knutpunkt.portal.mypages;

import java.util.List;
import se.knutpunkt.portal.page.Language;

/**
 * How a citizen wants to be reached.
 *
 * @param faults what is wrong, in the order of the fields; empty when nothing is
 * @param saved it was just saved
 */
public record SettingsPage(
        String email, String phone, boolean notices, String language, List<Fault> faults, boolean saved) {

    /** What is wrong with the control of that id. */
    public record Fault(String field, String text) {}

    static SettingsPage of(SettingsForm form, boolean told, boolean saved, Wording wording) {
        List<Fault> faults = told
                ? form.faults().stream()
                        .map(fault -> new Fault(fault.field(), wording.text(fault.key())))
                        .toList()
                : List.of();
        return new SettingsPage(
                form.email(), form.phone(), form.notices(), form.language().getTag(), faults, saved);
    }

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }

    /** The languages one can choose. */
    public List<Language> languages() {
        return List.of(Language.values());
    }
}
