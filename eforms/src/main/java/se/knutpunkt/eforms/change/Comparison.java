package se.knutpunkt.eforms.change;

import static se.knutpunkt.eforms.change.Found.said;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.Intro;
import se.knutpunkt.eforms.definition.PrivacyNotice;
import se.knutpunkt.eforms.definition.Route;
import se.knutpunkt.eforms.definition.Submitters;
import se.knutpunkt.eforms.definition.Texts;

/**
 * Compares two versions of a form. Careful: what can't be shown to be harmless is breaking. Rules are compared as they
 * are written; one with the same words decides the same, since whatever it looks at either is unchanged or is breaking
 * itself.
 */
final class Comparison {

    private final FormDefinition before;
    private final FormDefinition after;
    private final Found found = new Found();
    private final FieldComparison fields = new FieldComparison(found);

    Comparison(FormDefinition before, FormDefinition after) {
        this.before = before;
        this.after = after;
    }

    Difference difference() {
        form();
        intro(before.intro(), after.intro());
        privacy(before.privacy(), after.privacy());
        checks();
        if (!shared(before.pages(), after.pages()).equals(shared(after.pages(), before.pages()))) {
            found.add(false, "Sidorna står i en ny ordning.", "The pages stand in a new order.");
        }
        before.pages().stream().filter(page -> after.page(page.id()).isEmpty()).forEach(page -> {
            found.at(page);
            found.add(false, "Sidan togs bort.", "The page was removed.");
        });
        before.pages().forEach(this::removed);
        after.pages().forEach(this::page);
        return found.difference();
    }

    private void form() {
        found.words(false, said("Titeln ändrades.", "The title was changed."), before.title(), after.title());
        found.words(
                false,
                said("Beskrivningen i katalogen ändrades.", "The description in the catalogue was changed."),
                before.description(),
                after.description());
        found.words(
                false,
                said("Sökorden i katalogen ändrades.", "The search words of the catalogue were changed."),
                before.keywords(),
                after.keywords());
        if (before.category() != after.category()) {
            found.words(
                    false,
                    said("Rubriken i katalogen ändrades.", "The heading in the catalogue was changed."),
                    before.category().label(),
                    after.category().label());
        }
        if (!before.caseType().equals(after.caseType())) {
            found.replaced(
                    true,
                    said("Ärendetypen ändrades.", "The case type was changed."),
                    before.caseType(),
                    after.caseType());
        }
        if (!before.routes().equals(after.routes())) {
            found.replaced(
                    true,
                    said(
                            "Vilken ärendetyp svaren leder till ändrades.",
                            "Which case type the answers lead to was changed."),
                    routes(before),
                    routes(after));
        }
        if (before.submitters() != after.submitters()) {
            found.replaced(
                    true,
                    said("Vem som får skicka ändrades.", "Who may send it was changed."),
                    words(before.submitters()),
                    words(after.submitters()));
        }
        if (before.need() != after.need()) {
            found.replaced(
                    true,
                    said(
                            "Tillitsnivån som inloggningen behöver ändrades.",
                            "The level of assurance that the login needs was changed."),
                    before.need().name().toLowerCase(Locale.ROOT),
                    after.need().name().toLowerCase(Locale.ROOT));
        }
        if (before.needsBothGuardians() != after.needsBothGuardians()) {
            found.add(
                    true,
                    after.needsBothGuardians()
                            ? "Båda vårdnadshavarna krävs nu."
                            : "Det räcker nu med en vårdnadshavare.",
                    after.needsBothGuardians() ? "Both guardians are needed now." : "One guardian is enough now.");
        }
    }

    private static List<String> routes(FormDefinition form) {
        return form.routes().stream().map(Comparison::words).toList();
    }

    private static String words(Route route) {
        return route.when() + " → " + route.caseType();
    }

    private static Texts words(Submitters submitters) {
        return switch (submitters) {
            case ANONYMOUS -> Texts.of("utan inloggning", "without login");
            case EID_REQUIRED -> Texts.of("bara med e-legitimation", "only with e-ID");
            case BOTH -> Texts.of("med eller utan e-legitimation", "with or without e-ID");
        };
    }

    private void intro(Intro old, Intro now) {
        found.words(
                true,
                said("Texten om vem som får lämna in ändrades.", "The text about who may submit was changed."),
                old.whoMaySubmit(),
                now.whoMaySubmit());
        found.words(
                true,
                said("Texten om vad som blir offentligt ändrades.", "The text about what becomes public was changed."),
                old.becomesPublic(),
                now.becomesPublic());
        found.words(
                true,
                said("Texten om vem som beslutar ändrades.", "The text about who decides was changed."),
                old.decidedBy(),
                now.decidedBy());
        found.words(
                false,
                said("Texten om hur lång tid det tar ändrades.", "The text about the time it takes was changed."),
                old.timeNeeded(),
                now.timeNeeded());
        found.words(
                false,
                said("Texten om vad som händer sedan ändrades.", "The text about what happens next was changed."),
                old.whatHappensNext(),
                now.whatHappensNext());
    }

    private void privacy(PrivacyNotice old, PrivacyNotice now) {
        found.words(
                true,
                said(
                        "Personuppgifter: den ansvariga myndigheten ändrades.",
                        "Personal data: the responsible authority was changed."),
                old.responsible(),
                now.responsible());
        found.words(
                true,
                said("Personuppgifter: ändamålet ändrades.", "Personal data: the purpose was changed."),
                old.purpose(),
                now.purpose());
        found.words(
                true,
                said(
                        "Personuppgifter: den rättsliga grunden ändrades.",
                        "Personal data: the legal ground was changed."),
                old.legalGround(),
                now.legalGround());
        found.words(
                true,
                said(
                        "Personuppgifter: hur länge de sparas ändrades.",
                        "Personal data: how long they are kept was changed."),
                old.retention(),
                now.retention());
        found.words(
                true,
                said(
                        "Personuppgifter: dataskyddsombudet ändrades.",
                        "Personal data: the data protection officer was changed."),
                old.contact(),
                now.contact());
    }

    private void checks() {
        for (Check check : after.checks()) {
            Check old = check(before, check.id()).orElse(null);
            if (old == null) {
                found.replaced(
                        true,
                        said("Svaren kontrolleras på ett nytt sätt.", "The answers are checked in a new way."),
                        "",
                        check.message());
            } else if (!old.rule().equals(check.rule()) || !old.fields().equals(check.fields())) {
                found.replaced(
                        true,
                        said("Kontrollen ”%s” ändrades.", "The check “%s” was changed.", check.message()),
                        old.rule(),
                        check.rule());
            }
            if (old != null) {
                found.words(
                        false,
                        said("Meddelandet från en kontroll ändrades.", "The message of a check was changed."),
                        old.message(),
                        check.message());
            }
        }
        before.checks().stream()
                .filter(check -> check(after, check.id()).isEmpty())
                .forEach(check ->
                        found.add(false, "Kontrollen ”%s” togs bort.", "The check “%s” was removed.", check.message()));
    }

    private static Optional<Check> check(FormDefinition form, String id) {
        return form.checks().stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** What stood on a page and is nowhere now. */
    private void removed(FormPage page) {
        found.at(page);
        page.fields().stream().filter(field -> pageOf(after, field).isEmpty()).forEach(fields::removed);
    }

    private void page(FormPage page) {
        found.at(page);
        FormPage old = before.page(page.id()).orElse(null);
        if (old == null) {
            found.add(false, "Sidan är ny.", "The page is new.");
        } else {
            found.words(
                    false,
                    said("Sidans rubrik ändrades.", "The page's heading was changed."),
                    old.title(),
                    page.title());
            found.words(
                    false,
                    said("Sidans text ändrades.", "The page's text was changed."),
                    old.description(),
                    page.description());
            rule(old, page);
            if (!sharedFields(old, page).equals(sharedFields(page, old))) {
                found.add(false, "Frågorna står i en ny ordning.", "The questions stand in a new order.");
            }
        }
        page.fields().forEach(field -> field(field, page, old));
    }

    private void rule(FormPage old, FormPage page) {
        if (!Objects.equals(old.visible(), page.visible())) {
            boolean answered = old.fields().stream().anyMatch(FieldComparison::isAnswered)
                    || page.fields().stream().anyMatch(FieldComparison::isAnswered);
            found.replaced(
                    answered,
                    said("När sidan visas ändrades.", "When the page is shown was changed."),
                    old.visible(),
                    page.visible());
        }
    }

    private void field(Field field, FormPage page, @Nullable FormPage samePage) {
        FormPage from = pageOf(before, field).orElse(null);
        if (from == null) {
            fields.added(field, samePage != null && mayWake(page));
            return;
        }
        Field old = from.fields().stream()
                .filter(other -> other.id().equals(field.id()))
                .findFirst()
                .orElseThrow();
        fields.compare(old, field);
        if (!from.id().equals(page.id())) {
            boolean shownOtherwise = !Objects.equals(from.visible(), page.visible());
            found.add(
                    FieldComparison.isAnswered(field) && (shownOtherwise || (samePage != null && mayWake(page))),
                    "Frågan ”%s” flyttades hit från sidan ”%s”.",
                    "The question “%s” was moved here from the page “%s”.",
                    field.label(),
                    from.title());
        }
    }

    /**
     * Whether a page that asked nothing before, and therefore was skipped with its checks, could have one that now fails:
     * that needs a check that stands at something that is not asked.
     */
    private boolean mayWake(FormPage page) {
        return after.checks().stream()
                .flatMap(check -> check.fields().stream())
                .anyMatch(id -> page.fields().stream()
                        .anyMatch(field -> field.id().equals(id) && !FieldComparison.isAsked(field)));
    }

    private static Optional<FormPage> pageOf(FormDefinition form, Field field) {
        return form.pages().stream()
                .filter(page ->
                        page.fields().stream().anyMatch(other -> other.id().equals(field.id())))
                .findFirst();
    }

    private static List<String> shared(List<FormPage> pages, List<FormPage> others) {
        List<String> ids = others.stream().map(FormPage::id).toList();
        return pages.stream().map(FormPage::id).filter(ids::contains).toList();
    }

    private static List<String> sharedFields(FormPage page, FormPage other) {
        List<String> ids = other.fields().stream().map(Field::id).toList();
        return page.fields().stream().map(Field::id).filter(ids::contains).toList();
    }
}
