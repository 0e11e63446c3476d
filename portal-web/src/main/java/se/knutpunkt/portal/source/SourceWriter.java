package se.knutpunkt.portal.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.AwaitedFiles;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.hub.source.SourceChange;
import se.knutpunkt.hub.source.SourceKey;
import se.knutpunkt.hub.source.SourceRates;
import se.knutpunkt.hub.source.SourceSettings;
import se.knutpunkt.hub.source.SourceState;
import se.knutpunkt.hub.source.Verdict;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/**
 * Writes sources for a reader.
 *
 * @param authorities names by code
 * @param caseTypes names by code
 */
record SourceWriter(Visit visit, Map<String, Name> authorities, Map<String, Name> caseTypes, Instant now) {
    private static final Map<SourceState, String> MARKS = Map.of(
            SourceState.SILENT, "fail",
            SourceState.NEVER_HEARD, "wait",
            SourceState.HEARD, "done",
            SourceState.CLOSED, "");

    static String address(String code) {
        return SourcesServlet.PATH + "/" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    SourceList list(List<KeptSource> sources, Map<String, SourceRates> rates, Map<String, Integer> keys) {
        return new SourceList(
                sources.stream()
                        .sorted(Comparator.comparing((KeptSource source) -> source.state(now))
                                .thenComparing(source -> name(source.settings().name())))
                        .map(source -> row(source, rates, keys))
                        .toList(),
                (int) sources.stream()
                        .filter(source -> source.state(now) == SourceState.SILENT)
                        .count());
    }

    private SourceList.Row row(KeptSource source, Map<String, SourceRates> rates, Map<String, Integer> keys) {
        SourceSettings settings = source.settings();
        SourceRates sent = rates.getOrDefault(settings.code(), SourceRates.NONE);
        int living = keys.getOrDefault(settings.code(), 0);
        return new SourceList.Row(
                address(settings.code()),
                name(settings.name()),
                settings.code(),
                authority(settings.authority()),
                state(source),
                mark(source),
                heard(source),
                visit.text("sources.list.hour", sent.lastHour()),
                visit.text("sources.list.day", sent.lastDay()),
                sent.allRefused() == 0 ? "" : number(sent.allRefused()),
                visit.text("sources.list.keys", living),
                living == 0 && source.closed() == null);
    }

    SourceView view(
            KeptSource source,
            SourceRates sent,
            AwaitedFiles awaited,
            List<SourceKey> keys,
            List<SourceChange> changes) {
        SourceSettings settings = source.settings();
        String address = address(settings.code());
        return new SourceView(
                address,
                name(settings.name()),
                settings.code(),
                state(source),
                mark(source),
                heard(source),
                source.state(now) == SourceState.SILENT,
                source.closed() != null,
                facts(settings),
                counts(sent, awaited),
                sent.refused().entrySet().stream().map(this::refused).toList(),
                keys.stream().map(key -> key(key, address)).toList(),
                keys.stream().anyMatch(key -> key.counts(now)),
                changes.stream().map(this::change).toList(),
                "",
                "");
    }

    private List<SourceView.Count> counts(SourceRates sent, AwaitedFiles awaited) {
        List<SourceView.Count> counts = new ArrayList<>();
        counts.add(new SourceView.Count(visit.text("sources.count.hour"), number(sent.lastHour()), ""));
        counts.add(new SourceView.Count(visit.text("sources.count.day"), number(sent.lastDay()), ""));
        if (awaited.count() > 0) {
            counts.add(new SourceView.Count(
                    visit.text("sources.count.files"),
                    visit.text("sources.count.files.since", awaited.count(), at(awaited.oldest())),
                    ""));
        }
        return counts;
    }

    private SourceView.Count refused(Map.Entry<Verdict, Long> counted) {
        String key = "sources.verdict." + counted.getKey();
        return new SourceView.Count(visit.text(key), number(counted.getValue()), visit.text(key + ".help"));
    }

    private List<SourceView.Fact> facts(SourceSettings settings) {
        return List.of(
                fact("sources.fact.code", settings.code()),
                fact("sources.fact.authority", authority(settings.authority())),
                new SourceView.Fact(
                        visit.text("sources.fact.casetypes"),
                        settings.caseTypes().stream().map(this::caseType).toList()),
                new SourceView.Fact(
                        visit.text("sources.fact.asks"),
                        settings.asks().isEmpty()
                                ? List.of(visit.text("sources.asks.none"))
                                : settings.asks().stream().map(this::caseType).toList()),
                fact("sources.fact.rhythm", visit.text("sources.rhythm.every", rhythm(settings.rhythm()))),
                fact("sources.fact.limit", limit(settings.eventsPerMinute())),
                new SourceView.Fact(visit.text("sources.fact.networks"), networks(settings.networks())));
    }

    private SourceView.Fact fact(String title, String text) {
        return new SourceView.Fact(visit.text(title), List.of(text));
    }

    private List<String> networks(String networks) {
        return networks.isEmpty() ? List.of(visit.text("sources.networks.all")) : Arrays.asList(networks.split(", "));
    }

    private String limit(@Nullable Integer limit) {
        return limit == null ? visit.text("sources.limit.none") : visit.text("sources.limit.some", limit);
    }

    /** "15 minuter", "1 dygn": in the largest unit of which it is a whole number. */
    private String rhythm(Duration rhythm) {
        SourceForm.Unit unit = SourceForm.Unit.largest(rhythm);
        return visit.text("sources.rhythm." + unit, unit.count(rhythm));
    }

    private SourceView.Key key(SourceKey key, String address) {
        SourceKey.State state = key.state(now);
        Instant revoked = key.revoked();
        Instant ends = key.ends();
        String words = switch (state) {
            case LIVING -> visit.text("sources.key.living");
            case ENDING -> visit.text("sources.key.ending", at(ends));
            case ENDED -> visit.text("sources.key.ended", at(ends));
            case REVOKED -> visit.text("sources.key.revoked", at(revoked), text(key.revokedBy()));
        };
        return new SourceView.Key(
                hint(key.hint()),
                words,
                state == SourceKey.State.LIVING ? "done" : state == SourceKey.State.ENDING ? "wait" : "",
                made(key),
                key.lastUsed() == null ? visit.text("sources.key.unused") : at(key.lastUsed()),
                key.counts(now) ? address + "/sparra/" + key.id() : "");
    }

    private String made(SourceKey key) {
        String by = key.madeBy();
        if (by == null) {
            return visit.text("sources.key.registered", at(key.made()));
        }
        return visit.text("sources.key.made", at(key.made()), by);
    }

    String hint(String hint) {
        return hint.isEmpty() ? visit.text("sources.key.nohint") : hint + "…";
    }

    private SourceView.Change change(SourceChange change) {
        String key = "sources.change." + change.what();
        String text = switch (change.what()) {
            case REGISTERED, CLOSED, REOPENED, TOLD_PAUSED, TOLD_RESUMED -> visit.text(key);
            case FILE_GIVEN_UP -> visit.text(key, change.after(), change.before());
            case KEY_MADE -> visit.text(key, hint(change.after()));
            case KEY_REVOKED -> visit.text(key, hint(change.before()));
            case KEY_ENDS -> visit.text(key, hint(change.before()), at(Instant.parse(change.after())));
            case TOLD_SECRET -> visit.text(key, at(Instant.parse(change.after())));
            case RHYTHM -> visit.text(key, minutes(change.before()), minutes(change.after()));
            case AUTHORITY -> visit.text(key, authority(change.before()), authority(change.after()));
            case NAME_SV, NAME_EN, CASE_TYPES, NETWORKS, LIMIT, ASKS, TOLD, TOLD_TYPES ->
                visit.text(key, orNothing(change.before()), orNothing(change.after()));
        };
        return new SourceView.Change(at(change.at()), change.by(), text);
    }

    private String minutes(String minutes) {
        return rhythm(Duration.ofMinutes(Long.parseLong(minutes)));
    }

    private String orNothing(String value) {
        return value.isEmpty() ? visit.text("sources.change.nothing") : value;
    }

    private String state(KeptSource source) {
        return visit.text("sources.state." + source.state(now));
    }

    private String mark(KeptSource source) {
        return MARKS.getOrDefault(source.state(now), "");
    }

    private String heard(KeptSource source) {
        Instant closed = source.closed();
        if (closed != null) {
            return visit.text("sources.heard.closed", at(closed));
        }
        Instant heard = source.lastHeard();
        String rhythm = rhythm(source.settings().rhythm());
        return heard == null
                ? visit.text("sources.heard.never", at(source.registered()), rhythm)
                : visit.text("sources.heard.last", at(heard), rhythm);
    }

    String authority(String code) {
        Name name = authorities.get(code);
        return name == null ? code : name(name);
    }

    String caseType(String code) {
        Name name = caseTypes.get(code);
        return name == null ? code : name(name) + " (" + code + ")";
    }

    List<SourceFormPage.Choice> authorityChoices(String chosen) {
        return authorities.entrySet().stream()
                .map(one -> new SourceFormPage.Choice(
                        one.getKey(), name(one.getValue()), "", one.getKey().equals(chosen)))
                .toList();
    }

    List<SourceFormPage.Choice> caseTypeChoices(List<String> chosen) {
        return caseTypes.entrySet().stream()
                .map(one -> new SourceFormPage.Choice(
                        one.getKey(), name(one.getValue()), one.getKey(), chosen.contains(one.getKey())))
                .toList();
    }

    List<SourceFormPage.Choice> unitChoices(String chosen) {
        return Arrays.stream(SourceForm.Unit.values())
                .map(unit -> new SourceFormPage.Choice(
                        unit.name(),
                        visit.text("sources.unit." + unit),
                        "",
                        unit.name().equals(chosen)))
                .toList();
    }

    List<SourceFormPage.Fault> faults(List<SourceForm.Fault> faults) {
        return faults.stream()
                .map(fault -> new SourceFormPage.Fault(fault.field(), visit.text(fault.key(), fault.value())))
                .collect(Collectors.toList());
    }

    String name(Name name) {
        return name.in(visit.getLanguage().getTag());
    }

    private String number(long count) {
        return NumberFormat.getIntegerInstance(visit.getLanguage().locale()).format(count);
    }

    private String at(@Nullable Instant at) {
        return at == null ? visit.text("sources.time.unknown") : Dates.dateAndTime(at, visit.getLanguage());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
