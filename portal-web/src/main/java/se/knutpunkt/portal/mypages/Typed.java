package se.knutpunkt.portal.mypages;

/** Tidies what was typed in a field of one line. */
final class Typed {
    private Typed() {}

    /** Without control characters and blanks around; cut after so many characters, so that an address can hold it. */
    static String line(String typed, int most) {
        String clean = typed.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most)).strip();
    }
}
