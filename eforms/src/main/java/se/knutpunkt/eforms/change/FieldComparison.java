package se.knutpunkt.eforms.change;

import static se.knutpunkt.eforms.change.Found.said;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Limits;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.Reading;

/** Compares fields of the same name in two versions. What a limit means is for the field's type to say. */
final class FieldComparison {

    private static final Map<String, Texts> LIMITS = Map.ofEntries(
            Map.entry("minLength", Texts.of("minst antal tecken", "least characters")),
            Map.entry("maxLength", Texts.of("högst antal tecken", "most characters")),
            Map.entry("min", Texts.of("minsta värde", "least value")),
            Map.entry("max", Texts.of("största värde", "greatest value")),
            Map.entry("decimals", Texts.of("antal decimaler", "decimals")),
            Map.entry("unit", Texts.of("enhet", "unit")),
            Map.entry("earliest", Texts.of("tidigast", "earliest")),
            Map.entry("latest", Texts.of("senast", "latest")),
            Map.entry("minChosen", Texts.of("minst antal val", "fewest choices")),
            Map.entry("maxChosen", Texts.of("högst antal val", "most choices")),
            Map.entry("maxFiles", Texts.of("högst antal filer", "most files")),
            Map.entry("maxMegabytes", Texts.of("högst antal MB", "most MB")),
            Map.entry("minRows", Texts.of("minst antal rader", "fewest rows")),
            Map.entry("maxRows", Texts.of("högst antal rader", "most rows")),
            Map.entry("accepts", Texts.of("filtyper", "kinds of file")));

    private final Found found;

    FieldComparison(Found found) {
        this.found = found;
    }

    /** Whether something is kept for it, typed or worked out. */
    static boolean isAnswered(Field field) {
        FieldType type = type(field);
        return type.asks()
                || type.shape(field).isPresent()
                || type.computes(field).isPresent();
    }

    static boolean isAsked(Field field) {
        return type(field).asks();
    }

    void removed(Field field) {
        if (isAnswered(field)) {
            found.add(true, "Frågan ”%s” togs bort.", "The question “%s” was removed.", field.label());
        } else {
            found.add(false, "Texten ”%s” togs bort.", "The text “%s” was removed.", field.label());
        }
    }

    /** @param wakes whether asking it may bring a check to light that was skipped before */
    void added(Field field, boolean wakes) {
        if (!isAnswered(field)) {
            found.add(false, "Texten ”%s” är ny.", "The text “%s” is new.", field.label());
        } else if (field.required()) {
            found.add(true, "Frågan ”%s” är ny och krävs.", "The question “%s” is new and required.", field.label());
        } else if (!mayBeLeft(field)) {
            found.add(
                    true,
                    "Frågan ”%s” är ny och kan hindra den som inte har svarat.",
                    "The question “%s” is new and may stop whoever has not answered it.",
                    field.label());
        } else {
            found.add(
                    wakes && isAsked(field),
                    "Frågan ”%s” är ny och frivillig.",
                    "The question “%s” is new and optional.",
                    field.label());
        }
    }

    /** Whether a form can be sent without a word about it. */
    private static boolean mayBeLeft(Field field) {
        boolean required = field.required() || field.requiredWhen() != null;
        FieldType type = type(field);
        // the day does not matter where nothing was typed
        boolean stops = type.read(field, List.of(), LocalDate.EPOCH) instanceof Reading.Wrong;
        boolean hasRows = type.control(field, Locale.ROOT).rows().min() > 0;
        return !required && !stops && (!hasRows || field.fields().stream().allMatch(FieldComparison::mayBeLeft));
    }

    void compare(Field before, Field after) {
        Texts label = after.label();
        boolean answered = isAnswered(before) || isAnswered(after);
        if (!before.type().equals(after.type())) {
            found.replaced(
                    answered,
                    said("Svaret på ”%s” är av ett annat slag.", "The answer to “%s” is of another kind.", label),
                    before.type(),
                    after.type());
            return;
        }
        boolean declares = type(after).declares();
        found.words(
                declares,
                said("Frågan ”%s” har nya ord.", "The question “%s” has new words.", label),
                before.label(),
                label);
        found.words(
                declares,
                said("Hjälpen till ”%s” ändrades.", "The help for “%s” was changed.", label),
                before.help(),
                after.help());
        found.words(
                false,
                said("Felmeddelandet för ”%s” ändrades.", "The error message of “%s” was changed.", label),
                before.missing(),
                after.missing());
        found.words(
                false,
                said("Namnet på en rad i ”%s” ändrades.", "The name of a row in “%s” was changed.", label),
                before.item(),
                after.item());
        if (!Objects.equals(before.visible(), after.visible())) {
            found.replaced(
                    answered,
                    said("När ”%s” visas ändrades.", "When “%s” is shown was changed.", label),
                    before.visible(),
                    after.visible());
        }
        if (!Objects.equals(before.compute(), after.compute())) {
            found.replaced(
                    true,
                    said("Hur ”%s” räknas ut ändrades.", "How “%s” is worked out was changed.", label),
                    before.compute(),
                    after.compute());
        }
        if (before.prefill() != after.prefill()) {
            found.add(
                    false,
                    "Vad ”%s” fylls i med på förhand ändrades.",
                    "What “%s” is filled in with beforehand was changed.",
                    label);
        }
        requirement(before, after);
        limits(before, after);
        options(before, after);
        rows(before, after);
    }

    private void requirement(Field before, Field after) {
        if (before.required() == after.required() && Objects.equals(before.requiredWhen(), after.requiredWhen())) {
            return;
        }
        if (after.required()) {
            found.add(true, "Frågan ”%s” krävs nu.", "The question “%s” is required now.", after.label());
        } else if (after.requiredWhen() == null) {
            found.add(
                    false, "Frågan ”%s” krävs inte längre.", "The question “%s” is no longer required.", after.label());
        } else {
            found.replaced(
                    !before.required(),
                    said("När ”%s” krävs ändrades.", "When “%s” is required was changed.", after.label()),
                    before.required() ? Texts.of("alltid", "always") : before.requiredWhen(),
                    after.requiredWhen());
        }
    }

    private void limits(Field before, Field after) {
        boolean narrower = !type(after).takesAllOf(before, after);
        boolean told = false;
        for (RecordComponent limit : Limits.class.getRecordComponents()) {
            Object old = value(before.limits(), limit);
            Object now = value(after.limits(), limit);
            if (!Objects.equals(old, now)) {
                Texts name = LIMITS.getOrDefault(limit.getName(), Texts.of(limit.getName(), limit.getName()));
                found.replaced(
                        narrower,
                        said(
                                "Gränsen ”%s” för ”%s” ändrades.",
                                "The limit “%s” of “%s” was changed.", name, after.label()),
                        old,
                        now);
                told = true;
            }
        }
        if (narrower && !told) {
            found.add(
                    true,
                    "Vad som går att svara på ”%s” ändrades.",
                    "What can be answered to “%s” was changed.",
                    after.label());
        }
    }

    private static @Nullable Object value(Limits limits, RecordComponent limit) {
        try {
            return limit.getAccessor().invoke(limits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a limit cannot be read", e);
        }
    }

    private void options(Field before, Field after) {
        for (Option old : before.options()) {
            if (after.option(old.value()).isEmpty()) {
                found.add(
                        true,
                        "Alternativet ”%s” i ”%s” togs bort.",
                        "The option “%s” of “%s” was removed.",
                        old.label(),
                        after.label());
            }
        }
        for (Option option : after.options()) {
            Option old = before.option(option.value()).orElse(null);
            if (old == null) {
                found.add(
                        false,
                        "Alternativet ”%s” i ”%s” är nytt.",
                        "The option “%s” of “%s” is new.",
                        option.label(),
                        after.label());
            } else {
                option(old, option, after);
            }
        }
        List<String> order = after.options().stream()
                .map(Option::value)
                .filter(value -> before.option(value).isPresent())
                .toList();
        List<String> former = before.options().stream()
                .map(Option::value)
                .filter(value -> after.option(value).isPresent())
                .toList();
        if (!order.equals(former)) {
            found.add(
                    false,
                    "Alternativen i ”%s” står i en ny ordning.",
                    "The options of “%s” stand in a new order.",
                    after.label());
        }
    }

    private void option(Option before, Option after, Field field) {
        found.words(
                false,
                said("Ett alternativ i ”%s” har nya ord.", "An option of “%s” has new words.", field.label()),
                before.label(),
                after.label());
        found.words(
                false,
                said(
                        "Hjälpen till alternativet ”%s” ändrades.",
                        "The help for the option “%s” was changed.", after.label()),
                before.help(),
                after.help());
        if (!Objects.equals(before.visible(), after.visible())) {
            found.replaced(
                    after.visible() != null,
                    said(
                            "När alternativet ”%s” i ”%s” går att välja ändrades.",
                            "When the option “%s” of “%s” can be chosen was changed.", after.label(), field.label()),
                    before.visible(),
                    after.visible());
        }
    }

    private void rows(Field before, Field after) {
        for (Field old : before.fields()) {
            if (own(after, old).isEmpty()) {
                removed(old);
            }
        }
        for (Field own : after.fields()) {
            own(before, own).ifPresentOrElse(old -> compare(old, own), () -> added(own, false));
        }
    }

    private static java.util.Optional<Field> own(Field group, Field field) {
        return group.fields().stream()
                .filter(own -> own.id().equals(field.id()))
                .findFirst();
    }

    private static FieldType type(Field field) {
        return FieldTypes.standard().of(field);
    }
}
