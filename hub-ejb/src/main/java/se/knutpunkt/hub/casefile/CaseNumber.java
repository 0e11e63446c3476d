package se.knutpunkt.hub.casefile;

/** How a case number of the portal's own series is written: {@code NED 2026-00001}. */
final class CaseNumber {

    private CaseNumber() {}

    /** Five digits, more when a year needs them. */
    static String of(String prefix, int year, long number) {
        return "%s %d-%05d".formatted(prefix, year, number);
    }
}
