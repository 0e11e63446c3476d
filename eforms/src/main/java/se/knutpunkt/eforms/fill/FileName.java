package se.knutpunkt.eforms.fill;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of uploaded files, made safe to show, to store and to save again on any system. */
final class FileName {

    private static final int MOST = 150;
    private static final int LONGEST_READ = 1_000;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]+");
    private static final Pattern AROUND = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileName() {}

    /** The last part of the name without what systems choke on; empty when nothing is left. */
    static String safe(String name) {
        // the patterns take time by the square of the length, and a name may come in the body of a message
        String end = name.substring(Math.max(0, name.length() - LONGEST_READ));
        String last =
                FOLDERS.matcher(Normalizer.normalize(end, Normalizer.Form.NFC)).replaceFirst("");
        String clean = AROUND.matcher(UNSAFE.matcher(last).replaceAll("_")).replaceAll("");
        if (clean.length() <= MOST) {
            return clean;
        }
        int dot = clean.lastIndexOf('.');
        String ending = dot > 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
        int most = MOST - ending.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most) + ending;
    }
}
