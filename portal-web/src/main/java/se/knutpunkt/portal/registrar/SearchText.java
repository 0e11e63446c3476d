package se.knutpunkt.portal.registrar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import se.knutpunkt.hub.vault.SealBroken;
import se.knutpunkt.hub.vault.Vault;

/**
 * What a registrar searches for, fit for an address. A number may stand in the clear; words may be somebody's name, so
 * they are sealed: the address can be shared with a colleague but says nothing in a log.
 */
@ApplicationScoped
public class SearchText {

    private static final String CONTEXT = "registrar.search";
    private static final int LONGEST = 100;
    private static final int LONGEST_SEALED = 600;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-zÅÄÖåäö]{0,10}[ .-]?[0-9][0-9/ .:-]{0,24}");
    private static final Pattern PERSONAL = Pattern.compile("(?:[0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}");

    @Inject
    Vault vault;

    /** The query parameter that carries what was typed; empty when nothing was, or a personal identity number. */
    Optional<String> parameter(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST || PERSONAL.matcher(text).matches()) {
            return Optional.empty();
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of("nummer=" + Addresses.encoded(text));
        }
        byte[] sealed = vault.seal(text, CONTEXT);
        return Optional.of("sok=" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** Whether the text is a personal identity number, by which one cannot search here. */
    boolean isPersonal(String typed) {
        return PERSONAL.matcher(typed.strip()).matches();
    }

    /** The number in an address. */
    Optional<String> number(String value) {
        boolean number = value.length() <= LONGEST
                && NUMBER.matcher(value).matches()
                && !PERSONAL.matcher(value).matches();
        return number ? Optional.of(value) : Optional.empty();
    }

    /** The words sealed in an address; empty for what was not sealed here. */
    Optional<String> words(String sealed) {
        if (sealed.length() > LONGEST_SEALED) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.open(Base64.getUrlDecoder().decode(sealed), CONTEXT));
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return Optional.empty();
        }
    }
}
