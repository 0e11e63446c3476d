package se.knutpunkt.portal.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.upkeep.EntryKey;

/** The addresses of the register's pages. */
final class Places {
    static final String ROOT = "/register";
    static final String UNITS = ROOT + "/namnder";
    static final String HISTORY = ROOT + "/historik";
    static final String IMPORT = ROOT + "/las-in";
    static final String EXPORT = ROOT + "/register.csv";

    private Places() {}

    static String slug(RegisterKind kind) {
        return switch (kind) {
            case AUTHORITY -> "namnd";
            case BRANCH -> "gren";
            case CASE_TYPE -> "arendetyp";
        };
    }

    static Optional<RegisterKind> kind(String slug) {
        return Arrays.stream(RegisterKind.values())
                .filter(kind -> slug(kind).equals(slug))
                .findFirst();
    }

    static String entry(EntryKey key) {
        return ROOT + "/" + slug(key.kind()) + "/" + encoded(key.code());
    }

    static String edit(EntryKey key) {
        return entry(key) + "/andra";
    }

    static String create(RegisterKind kind) {
        return ROOT + "/ny/" + slug(kind);
    }

    /** The list that a kind stands in. */
    static String list(RegisterKind kind) {
        return kind == RegisterKind.CASE_TYPE ? ROOT : UNITS;
    }

    /** The id of a field's control. */
    static String id(Field field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The id of the control of a part of a process step. */
    static String step(String part, int number) {
        return "step-" + part + "-" + number;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
