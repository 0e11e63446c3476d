package se.knutpunkt.portal.api;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one event, so that the sender can mend it all at once. */
final class Faults {

    private final List<Fault> all = new ArrayList<>();

    void add(String pointer, String detail) {
        if (all.size() < ApiLimits.ERRORS) {
            all.add(new Fault(pointer, detail));
        }
    }

    boolean any() {
        return !all.isEmpty();
    }

    /** @throws ProblemException when anything is wrong */
    void throwIfAny() {
        if (any()) {
            throw new ProblemException(Problem.invalid(all));
        }
    }
}
