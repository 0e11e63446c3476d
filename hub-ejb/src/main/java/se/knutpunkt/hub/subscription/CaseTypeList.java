package se.knutpunkt.hub.subscription;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Codes of case types as one column keeps them. */
final class CaseTypeList {
    private static final String BETWEEN = ", ";

    private CaseTypeList() {}

    static String text(Set<String> codes) {
        return String.join(BETWEEN, new TreeSet<>(codes));
    }

    static Set<String> read(String text) {
        return Arrays.stream(text.split(BETWEEN))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }
}
