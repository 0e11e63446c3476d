package se.knutpunkt.portal.mypages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.LateSource;
import se.knutpunkt.hub.disclosure.Whom;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/** Says in the reader's language what the hub tells in data. */
record Wording(Language language) {

    String text(String key, Object... args) {
        return Texts.text(language, key, args);
    }

    String name(Name name) {
        return name.in(language.getTag());
    }

    /** Whom a line concerns, in one or two words; empty for the reader. */
    String tag(Whom whom) {
        if (whom.self()) {
            return "";
        }
        String label = label(whom);
        if (label != null) {
            return capital(label);
        }
        if (whom.name() != null) {
            return whom.name();
        }
        return capital(relation(whom));
    }

    /** That an event corrects or withdraws another, in a word; empty when it does not. */
    String note(Replacement.@Nullable Kind replaces) {
        if (replaces == null) {
            return "";
        }
        return text(replaces == Replacement.Kind.CORRECTION ? "mypages.line.corrected" : "mypages.line.withdrawn");
    }

    /** Whom a line concerns, in full: name and relation; "dig" for the reader. */
    String whom(Whom whom) {
        if (whom.self()) {
            return text("mypages.whom.self");
        }
        String label = label(whom);
        String relation = label == null ? relation(whom) : label;
        return whom.name() == null ? relation : whom.name() + " (" + relation + ")";
    }

    /** The person as a link of the filter. */
    String filter(Whom whom) {
        return whom.self() ? text("mypages.who.self") : capital(whom(whom));
    }

    /** Since when a source has been silent, and what that means. */
    String late(LateSource source, Clock clock) {
        Instant heard = source.lastHeard();
        if (heard == null) {
            return text("mypages.late.never", name(source.source()), names(source.caseTypes()));
        }
        LocalDate today = SwedishTime.today(clock);
        LocalDate day = SwedishTime.dateOf(heard);
        String time = Dates.time(heard, language);
        String since = day.equals(today)
                ? text("mypages.late.today", time)
                : day.equals(today.minusDays(1))
                        ? text("mypages.late.yesterday", time)
                        : Dates.dateAndTime(heard, language);
        return text("mypages.late.since", name(source.source()), since, names(source.caseTypes()));
    }

    private String names(List<Name> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** The relation as registered; it is registered in Swedish, so other languages say it in their own words. */
    private @Nullable String label(Whom whom) {
        return language == Language.SWEDISH ? whom.label() : null;
    }

    private String relation(Whom whom) {
        return text(
                switch (whom.capacity()) {
                    case GUARDIAN -> "mypages.whom.child";
                    case TRUSTEE -> "role.trustee";
                    default -> "mypages.whom.proxy";
                });
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
