package se.knutpunkt.portal.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.hub.vault.SealBroken;
import se.knutpunkt.hub.vault.Vault;
import se.knutpunkt.portal.page.Visit;

/**
 * What part of the list of case types an address shows. Words are sealed there: somebody will search for a person, and
 * then the name must not stand in a log.
 */
@ApplicationScoped
public class ListFilter {
    private static final String CONTEXT = "register.search";
    private static final int LONGEST = 100;
    private static final int LONGEST_SEALED = 600;

    @Inject
    Vault vault;

    /** Which case types are shown. */
    enum State {
        ALL("alla"),
        LIVE("drift"),
        DRAFT("utkast"),
        CLOSED("stangda");

        private final String code;

        State(String code) {
            this.code = code;
        }

        boolean has(Stage stage) {
            return this == ALL || name().equals(stage.name());
        }

        static State of(Visit visit) {
            String wanted = visit.value("lage").orElse("");
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(wanted))
                    .findFirst()
                    .orElse(ALL);
        }

        String code() {
            return code;
        }
    }

    /** @param sealed the words as {@link #sealed} made them; empty for none */
    static String address(State state, String sealed) {
        String search = sealed.isEmpty() ? "" : "sok=" + sealed;
        String filter = state == State.ALL ? "" : "lage=" + state.code();
        String query = filter + (filter.isEmpty() || search.isEmpty() ? "" : "&") + search;
        return Places.ROOT + (query.isEmpty() ? "" : "?" + query);
    }

    /** Words as they may stand in an address; empty when there are none. */
    String sealed(String typed) {
        String words = typed.strip();
        String kept = words.substring(0, Math.min(words.length(), LONGEST));
        return kept.isEmpty() ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(kept, CONTEXT));
    }

    /** The words of an address; empty when there are none, or none of ours. */
    String words(Visit visit) {
        Optional<String> sealed = visit.value("sok").filter(text -> text.length() <= LONGEST_SEALED);
        try {
            return sealed.map(text -> vault.open(Base64.getUrlDecoder().decode(text), CONTEXT))
                    .orElse("");
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return "";
        }
    }

    /** Whether a text holds all the words, in any case. */
    static boolean matches(String words, String text) {
        String within = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(within::contains);
    }
}
