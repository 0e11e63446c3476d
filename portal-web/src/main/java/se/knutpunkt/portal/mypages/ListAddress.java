package se.knutpunkt.portal.mypages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * The address of a view of the statement. It can be kept and sent on: it holds case numbers, opaque keys and sealed
 * words, never free text or an identity number.
 *
 * @param who key of the person whose events are shown; null for all
 * @param caseNumber the case number searched for
 * @param sealedWords the words searched for, sealed
 * @param before cursor of the page before
 */
record ListAddress(
        @Nullable String who,
        @Nullable String caseNumber,
        @Nullable String sealedWords,
        @Nullable String before) {
    static final String PATH = "/mina-sidor";

    /** All of it, newest first. */
    static final ListAddress ALL = new ListAddress(null, null, null, null);

    /** Letters, year and number: nothing that a person is found by. Years rule out identity numbers. */
    private static final Pattern CASE_NUMBER = Pattern.compile("\\p{L}{2,10}[ -]20\\d{2}-\\d{1,8}");

    static ListAddress of(Visit visit) {
        ListAddress address = new ListAddress(
                visit.value("vem").orElse(null),
                visit.value("arende").orElse(null),
                visit.value("s").orElse(null),
                visit.value("fore").orElse(null));
        if (address.caseNumber != null && !isCaseNumber(address.caseNumber)) {
            throw Refusal.badRequest("case number");
        }
        return address;
    }

    /** Whether what was typed in the search box is a case number, as it may stand in an address. */
    static boolean isCaseNumber(String typed) {
        return CASE_NUMBER.matcher(typed).matches();
    }

    static ListAddress ofCaseNumber(@Nullable String who, String caseNumber) {
        return new ListAddress(who, caseNumber.toUpperCase(Locale.ROOT), null, null);
    }

    static ListAddress ofSealedWords(@Nullable String who, String sealedWords) {
        return new ListAddress(who, null, sealedWords, null);
    }

    ListAddress ofWho(@Nullable String key) {
        return new ListAddress(key, caseNumber, sealedWords, null);
    }

    /** The same of everybody: who acts for someone sees that person alone, whatever the address says. */
    ListAddress ofNobody() {
        return new ListAddress(null, caseNumber, sealedWords, before);
    }

    ListAddress withoutSearch() {
        return new ListAddress(who, null, null, null);
    }

    ListAddress from(@Nullable String cursor) {
        return new ListAddress(who, caseNumber, sealedWords, cursor);
    }

    boolean isSearch() {
        return caseNumber != null || sealedWords != null;
    }

    /** Whether it shows the newest events, nothing searched for: what one sees on arriving. */
    boolean isFront() {
        return !isSearch() && before == null;
    }

    /** The local address. */
    @Override
    public String toString() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "vem", who);
        add(query, "arende", caseNumber);
        add(query, "s", sealedWords);
        add(query, "fore", before);
        return PATH + query;
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(v -> query.add(name + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)));
    }
}
