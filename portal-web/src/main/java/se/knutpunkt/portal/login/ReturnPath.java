package se.knutpunkt.portal.login;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a person goes after login: a page of this portal and nowhere else. */
public final class ReturnPath {
    static final String DEFAULT = "/mina-sidor";
    private static final int LONGEST = 1000;

    /** Printable ASCII without what a browser may take for another host or a new header. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

    private ReturnPath() {}

    /** The path asked for when it is local, else the default. */
    public static String of(Optional<String> asked) {
        return asked.filter(ReturnPath::isLocal).orElse(DEFAULT);
    }

    private static boolean isLocal(String path) {
        return path.length() <= LONGEST
                && LOCAL.matcher(path).matches()
                && !path.startsWith("/logga-")
                && !path.startsWith("/utloggad")
                && !path.startsWith("/inloggning")
                && !path.startsWith("/saml/");
    }
}
