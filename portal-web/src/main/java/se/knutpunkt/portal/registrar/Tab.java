package se.knutpunkt.portal.registrar;

import java.util.Arrays;
import java.util.Optional;
import se.knutpunkt.hub.diary.DiaryState;

/** The tabs of the desk: a state each, by the word that stands in the address. */
public enum Tab {
    WAITING("vantar", DiaryState.WAITING),
    EXPORTED("exporterade", DiaryState.EXPORTED),
    REGISTERED("diarieforda", DiaryState.REGISTERED),
    NOT_NEEDED("registreras-ej", DiaryState.NOT_NEEDED);

    private final String code;
    private final DiaryState state;

    Tab(String code, DiaryState state) {
        this.code = code;
        this.state = state;
    }

    /** The word in the address. */
    public String getCode() {
        return code;
    }

    DiaryState state() {
        return state;
    }

    static Optional<Tab> of(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code.equals(code)).findFirst();
    }

    static Tab of(DiaryState state) {
        return Arrays.stream(values())
                .filter(tab -> tab.state == state)
                .findFirst()
                .orElseThrow();
    }
}
