package se.knutpunkt.portal.secrecy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.knutpunkt.hub.secrecy.Provision;
import se.knutpunkt.hub.secrecy.Provisions;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.SealedWords;
import se.knutpunkt.portal.page.Visit;

/**
 * The provisions, grouped by what they do.
 *
 * @param asOf the day whose wording the list follows
 * @param searched the words that were searched for; empty for all
 */
public record ProvisionsPage(String asOf, String searched, List<Group> groups) {

    /** Provisions that do the same. */
    public record Group(String anchor, String title, String text, boolean secret, List<Line> lines) {}

    /**
     * A provision as people read it; texts are empty where there is nothing.
     *
     * @param anchor its place on the page
     * @param test when the data is secret, in a word or two
     * @param meaning the same in a sentence
     */
    public record Line(
            String anchor,
            String code,
            String area,
            String subject,
            String test,
            String meaning,
            String years,
            String note) {}

    /** The address of a provision, for a marking to link to; of the page when the list has none by that code. */
    public static String address(String code) {
        return "/sekretess" + (Provisions.shipped().find(code).isPresent() ? "#" + anchor(code) : "");
    }

    static ProvisionsPage of(Visit visit, Provisions provisions, String words) {
        List<Group> groups = Arrays.stream(Provision.Kind.values())
                .map(kind -> group(visit, kind, provisions, words))
                .filter(group -> !group.lines().isEmpty())
                .toList();
        return new ProvisionsPage(Dates.date(provisions.asOf(), visit.getLanguage()), words, groups);
    }

    /** How many there are. */
    public int count() {
        return groups.stream().mapToInt(group -> group.lines().size()).sum();
    }

    private static Group group(Visit visit, Provision.Kind kind, Provisions provisions, String words) {
        return new Group(
                kind.name().toLowerCase(Locale.ROOT),
                visit.text("secrecy.kind." + kind),
                visit.text("secrecy.kind." + kind + ".text"),
                kind == Provision.Kind.SECRECY,
                provisions.all().stream()
                        .filter(provision -> provision.kind() == kind)
                        .filter(provision -> has(visit, provision, words))
                        .map(provision -> line(visit, provision))
                        .toList());
    }

    private static Line line(Visit visit, Provision provision) {
        String language = visit.getLanguage().getTag();
        boolean secret = provision.marks();
        Integer years = provision.years();
        return new Line(
                anchor(provision.code()),
                // a code is read as one word
                provision.code().replace(' ', '\u00A0'),
                provision.area().in(language),
                provision.subject().in(language),
                secret ? visit.text("secrecy.test." + provision.test()) : "",
                secret ? visit.text("secrecy.test." + provision.test() + ".text") : "",
                years == null ? visit.text("secrecy.years.none") : visit.text("secrecy.years", years),
                provision.note().in(language));
    }

    /** Whether all the words stand in it; a provision is also found by its number alone. */
    private static boolean has(Visit visit, Provision provision, String words) {
        String language = visit.getLanguage().getTag();
        return words.isEmpty()
                || SealedWords.matches(
                        words,
                        String.join(
                                " ",
                                provision.code(),
                                provision.area().in(language),
                                provision.subject().in(language),
                                provision.note().in(language)));
    }

    private static String anchor(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
