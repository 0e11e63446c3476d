package se.knutpunkt.portal.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.portal.page.SealedWords;
import se.knutpunkt.portal.page.Visit;

/**
 * What part of the list of case types an address shows. Words are sealed there: somebody will search for a person, and
 * then the name must not stand in a log.
 */
@ApplicationScoped
public class ListFilter {
    private static final String CONTEXT = "register.search";

    @Inject
    SealedWords words;

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
        return words.sealed(CONTEXT, typed);
    }

    /** The words of an address; empty when there are none, or none of ours. */
    String words(Visit visit) {
        return words.open(CONTEXT, visit.value("sok").orElse(""));
    }
}
