package se.knutpunkt.eforms.field;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Texts;

/**
 * What is wrong with an answer: kept with the draft in this form, put in words when the page is shown.
 *
 * @param key key in the bundle of the field types; null when the definition has words of its own
 * @param args what is put into those words
 * @param own the definition's own words
 * @param part name of the input it is about, in a field of several; null when it is about the field as a whole
 */
public record FieldError(
        @Nullable String key,
        List<Texts> args,
        @Nullable Texts own,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String part) {

    private static final String BUNDLE = "se.knutpunkt.eforms.field.messages";

    public FieldError {
        args = args == null ? List.of() : List.copyOf(args);
        if ((key == null) == (own == null)) {
            throw new IllegalArgumentException("an error has either a key or words of its own");
        }
    }

    /** An error in the field types' own words; arguments are texts, or things written the same in every language. */
    public static FieldError of(String key, Object... args) {
        return new FieldError(key, Arrays.stream(args).map(FieldError::text).toList(), null, null);
    }

    /** An error in the definition's words. */
    public static FieldError own(Texts words) {
        return new FieldError(null, List.of(), words, null);
    }

    /** The same error, told at one input of several. */
    public FieldError at(String input) {
        return new FieldError(key, args, own, input);
    }

    /** The error in the reader's language. */
    public String in(Locale locale) {
        if (own != null) {
            return own.in(locale);
        }
        String words = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
        for (int i = 0; i < args.size(); i++) {
            words = words.replace("{" + i + "}", args.get(i).in(locale));
        }
        return words;
    }

    private static Texts text(Object arg) {
        return arg instanceof Texts texts ? texts : Texts.of(arg.toString(), arg.toString());
    }

    /** The language of the machine must never decide what people read: what is not translated is Swedish. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
