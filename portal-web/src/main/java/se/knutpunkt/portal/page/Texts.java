package se.knutpunkt.portal.page;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts people see, by language. Keys and their rules stand in {@code messages.properties}. */
public final class Texts {
    private static final String BUNDLE = "se.knutpunkt.portal.messages";

    private Texts() {}

    /** The bundle of a language: the root file is Swedish, so no default locale may come between. */
    public static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language == Language.SWEDISH ? java.util.Locale.ROOT : language.locale(),
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A text with its {@code {0}}, {@code {1}} … filled in. */
    public static String text(Language language, String key, Object... args) {
        String pattern = bundle(language).getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(args);
    }
}
