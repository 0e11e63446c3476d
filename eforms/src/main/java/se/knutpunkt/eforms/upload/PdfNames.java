package se.knutpunkt.eforms.upload;

import java.util.function.Consumer;

/** The names in a PDF: a slash and regular characters, of which any may be written as {@code #} and two digits. */
final class PdfNames {

    private static final int LONGEST = 20;

    private final Consumer<String> found;
    private final StringBuilder name = new StringBuilder(LONGEST + 1);
    private boolean inName;
    private int digits;
    private int code;

    PdfNames(Consumer<String> found) {
        this.found = found;
    }

    void at(byte b) {
        if (inName && isRegular(b)) {
            regular(b);
            return;
        }
        if (inName) {
            end(b);
        }
        if (b == '/') {
            inName = true;
            name.setLength(0);
            digits = 0;
        }
    }

    /** There is no more. */
    void end() {
        if (inName) {
            end((byte) ' ');
        }
    }

    private void regular(byte b) {
        int digit = Character.digit(b, 16);
        if (digits > 0 && digit >= 0) {
            code = code * 16 + digit;
            if (--digits == 0) {
                append((char) code);
            }
        } else if (b == '#') {
            digits = 2;
            code = 0;
        } else {
            digits = 0;
            append((char) (b & 0xFF));
        }
    }

    private void append(char c) {
        if (name.length() <= LONGEST) {
            name.append(c);
        }
    }

    private void end(byte next) {
        inName = false;
        if (name.length() > LONGEST) {
            return;
        }
        String whole = name.toString();
        if (whole.equals("XFA") && isBeforeValue(next)) {
            throw new HazardFound(Hazard.SCRIPT);
        }
        found.accept(whole);
    }

    /** So short a name stands in packed data by chance, but seldom with what follows it in a dictionary. */
    private static boolean isBeforeValue(byte next) {
        return next == ' ' || next == '[' || next == '\n' || next == '\r';
    }

    private static boolean isRegular(byte b) {
        return switch (b) {
            case 0, '\t', '\n', '\f', '\r', ' ', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%' -> false;
            default -> true;
        };
    }
}
